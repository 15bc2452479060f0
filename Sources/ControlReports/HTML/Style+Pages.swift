// swift-format-ignore-file
extension Style {
  static let panelRules = #"""

    dialog{border:0;padding:0;margin:0 0 0 auto;position:fixed;inset:0 0 0 auto;width:min(43rem,100vw);height:100%;max-height:none;max-width:none;background:var(--paper);color:var(--ink);border-left:1px solid var(--strong);overflow:auto;z-index:8;overscroll-behavior:contain}
    dialog::backdrop{background:rgb(0 0 0/.35)}
    .bar{position:sticky;top:0;z-index:1;display:flex;gap:.4rem;align-items:center;justify-content:flex-end;background:var(--paper);border-bottom:1px solid var(--rule);padding:.55rem 1.25rem}
    .bar .spacer{flex:1;color:var(--soft);font-size:.875rem}
    .sheetbody{padding:1rem 1.25rem 3rem}
    .sheetbody h2{margin-bottom:.25rem}
    .sheetbody h2:focus{outline:0}
    .sheetbody>p{margin-bottom:.6rem}
    .card{border-top:2px solid var(--ink);margin-top:1.25rem;padding-top:.7rem}
    .card h3{margin-bottom:.35rem}
    .card h4{margin:.8rem 0 .25rem}
    .card dl,.finding dl{font-size:.875rem}
    .finding{border:1px solid var(--rule);border-left:3px solid var(--fail);padding:.55rem .75rem .6rem;margin:.5rem 0}
    .finding.waived{border-left-color:var(--waived)}
    .finding.unjudged{border-left-color:var(--error)}
    .finding.here{outline:2px solid var(--focus);outline-offset:1px}
    .finding h5{margin:0 0 .3rem;font-size:.9375rem;font-weight:600;display:flex;gap:.5rem;justify-content:space-between}
    .finding h5 a{font-weight:400;font-size:.8125rem;flex:none}
    .finding .observed{color:var(--fail);font-weight:600}
    .tags{display:flex;flex-wrap:wrap;gap:.2rem .9rem;color:var(--soft);font-size:.875rem;margin:.35rem 0}
    .where{display:grid;gap:.3rem}
    """#

  static let pageRules = #"""

    html.paged main>section:not(#page){display:none}
    main>#page{border-top:1px solid var(--rule)}
    #page>h2{font-size:1.5rem;margin-bottom:.4rem}#page>h2:focus{outline:0}
    #page>h3,#page>.verdictline{margin:1rem 0 .4rem}
    #page>dl{margin:.6rem 0 1.25rem}#page>.reasons{margin-bottom:1.25rem}
    #page .cap{margin:1.25rem 0 0}
    .trail{margin-bottom:.6rem;font-size:.875rem}
    .trail ol{list-style:none;display:flex;flex-wrap:wrap;gap:.1rem .4rem;margin:0;padding:0}
    .trail li+li::before{content:"\203A";color:var(--soft);margin-right:.4rem}
    .verdictline{color:var(--soft)}.verdictline .word{margin-right:.25rem}
    .cellink{text-decoration:none}.cellink:hover .c{border-color:currentColor}
    h3>a,.matrix thead a{color:inherit;text-decoration-color:var(--strong)}
    .id{white-space:nowrap}
    .group{border-bottom:1px solid var(--rule)}
    .group summary{padding:.45rem 0;color:var(--ink);font-weight:600}.group summary small{font-weight:400;margin-left:.4rem}
    .group .plain{margin:.25rem 0 .75rem}.group .plainbutton{margin-bottom:.75rem}
    .findings{table-layout:fixed}.findings th:first-child{width:28%}.findings th.slim{width:10%}
    #page .plain tbody th{font-weight:400}
    .choices fieldset{border:1px solid var(--rule);border-radius:3px;padding:.3rem .75rem .5rem;margin:0;display:flex;flex-wrap:wrap;gap:.25rem 1.1rem}
    .choices legend{font-size:.875rem;color:var(--soft);padding:0 .25rem}
    .choice{display:inline-flex;gap:.4rem;align-items:center}.list-tools .choice input{width:auto}.list-tools .choice label{color:var(--ink)}
    .compare{margin-top:.5rem}
    .compare .part th{padding-top:1rem;font-weight:600;color:var(--soft);border-bottom-color:var(--strong)}
    .compare td bdi{font-size:.875rem}
    """#

  static let mediaRules = #"""

    @container (max-width:66rem){.decision{grid-template-columns:15rem minmax(0,1fr)}.proofs{grid-column:1/-1}.proofs ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(20rem,1fr));gap:.1rem 1.5rem}}
    @media (max-width:46rem){
    .masthead,main{padding-left:1rem;padding-right:1rem}
    h1{font-size:1.5rem}
    .bar,.sheetbody{padding-left:1rem;padding-right:1rem}
    #search,.list-tools input{width:100%}
    }
    @container (max-width:54rem){.plain{table-layout:fixed}.plain .digest,.plain .wide{width:auto}.plain tbody th{min-width:0}.plain thead th{overflow-wrap:anywhere}.plain .short{white-space:normal}.matrix thead th:first-child{width:32%}.matrix thead th{padding-left:.35rem;padding-right:.35rem}.matrix th,.matrix td{padding-left:.35rem;padding-right:.35rem}.c{padding:.1rem .35rem;font-size:.8125rem}}
    @media (min-width:75rem){html.docked body{padding-right:40rem}dialog{width:40rem}}
    @container (max-width:42rem){
    .decision{grid-template-columns:minmax(0,1fr);padding-left:.85rem}
    .reasons small,.t{white-space:normal}.proofs ul{grid-template-columns:minmax(0,1fr)}
    .legend dl{grid-template-columns:1fr}
    .many{max-height:none;overflow:visible;border:0}
    .matrix,.matrix tbody,.matrix tr,.matrix th,.matrix td,.plain,.plain tbody,.plain tr,.plain th,.plain td{display:block;width:auto!important}
    .matrix thead,.plain thead{position:absolute;left:-99em}
    .matrix tr,.plain tr{border-bottom:1px solid var(--rule);padding:.4rem 0}
    .matrix th,.matrix td,.plain th,.plain td{border:0!important;padding:.1rem 0!important;background:none!important;position:static!important}
    .matrix .head tr{background:var(--wash);margin:0 -1rem;padding:.4rem 1rem}
    .head td{display:none!important}
    .rows td::before,.plain td::before{content:attr(data-s);color:var(--soft);font-size:.8125rem}
    .rows td{display:grid!important;grid-template-columns:minmax(0,9rem) minmax(0,1fr);gap:.5rem;align-items:baseline}
    .rows td .c{justify-self:start}
    .plain td{display:grid!important;grid-template-columns:6rem minmax(0,1fr);gap:.5rem}
    .plain .digest{width:auto}
    .none td{display:none!important}
    .rows td.u{display:none!important}.compare td{display:grid!important}
    .matrix .part th{padding-top:1rem!important}
    .choices fieldset{width:100%}
    .plain tbody th{padding-bottom:.25rem!important;min-width:0}
    .numbers td{text-align:left;grid-template-columns:11rem minmax(0,1fr)!important}
    .none .req::after{content:"uncovered";float:right;font-size:.8125rem}
    .head+.rows .req{padding-left:0}
    }
    @media print{
    .proofs li{grid-template-columns:6rem 1fr}
    @page{size:A4 landscape;margin:12mm}
    :root{--paper:#fff;--wash:#f2f2f0;--ink:#000;--soft:#444;--rule:#bbb;--strong:#777;--link:#000;--pass:#0d4a29;--pass-bg:#fff;--fail:#8a0f17;--fail-bg:#e9e9e9;--error:#5c124f;--error-bg:#e9e9e9;--stale:#5c3b00;--stale-bg:#fff;--none:#333;--none-bg:#fff;--waived:#123a75;--waived-bg:#fff;--part:#124950;--part-bg:#fff}
    body{font-size:9.5pt}
    .masthead,main{max-width:none;padding-left:0;padding-right:0}
    nav:not(.trail),.list-tools:not(.choices),.plainbutton,.skip,.bar,.fold .i,.filters,html:not(.docked) dialog{display:none!important}
    .choices{display:none!important}
    html.docked body{padding-right:0}html.docked main{display:none}
    dialog{position:static!important;width:auto;height:auto;overflow:visible;border:0}dialog::backdrop{display:none}
    .sheetbody{padding:0}.finding,.card>dl,.problems li{break-inside:avoid}
    .print-only:not(:empty){display:block}
    .group summary{list-style:none;break-after:avoid}
    .plain thead{display:table-header-group}
    main>section{border-top:1px solid #777}main>section,main .frame{content-visibility:visible!important}
    .filters:has(#shown:not(:empty)){display:block!important;padding:0}.filters>:not(#shown){display:none}
    .matrix thead{display:table-header-group}.matrix thead th{position:static;box-shadow:none;border-bottom:2px solid #000}
    details::details-content{content-visibility:visible;display:block}
    tr,.reasons li,.proofs li{break-inside:avoid}tbody>tr:first-child{break-before:avoid}
    .plain{font-size:8pt}.plain code,.plain .digest{font-size:7pt}.plain .digest{width:12rem}.plain th,.plain td{padding-top:.15rem;padding-bottom:.15rem}
    .matrix th,.matrix td{padding-top:.08rem;padding-bottom:.08rem}
    .cap,h2,h3,section>p{break-after:avoid}#coverage{break-inside:avoid}
    .many{overflow:visible;max-height:none;border:0}
    .many .matrix{width:100%}
    .many .matrix th,.many .matrix td{width:auto;position:static!important}
    .c{border-color:currentColor;padding:0 .35rem}.c.uncovered,.c.notApplicable{border-color:transparent}
    a{text-decoration:none;color:inherit}
    }
    @media (prefers-reduced-motion:no-preference){.fold .i{transition:transform .12s}}
    """#
}
