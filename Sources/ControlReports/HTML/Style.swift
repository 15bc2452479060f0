// swift-format-ignore-file
/// The style sheet of the HTML report.
enum Style {
  /// Everything between `<style>` and `</style>`, byte for byte.
  static let text = base + matrixRules + panelRules + pageRules + pictureRules + mediaRules

  /// SHA-256 of ``text`` in Base64, as the security policy names it; a test recomputes it.
  static let digest = "W7Wf2utK/vKHcqYrZ7ZpHLhfDeRyj+xiVzRFURC52cQ="

  private static let base = #"""

    :root{color-scheme:light dark;--paper:#fff;--wash:#f6f6f4;--ink:#1b1d20;--soft:#5a5f66;--rule:#d8d9d6;--strong:#8d9094;--link:#1d4b8f;
    --pass:#17633a;--pass-bg:#e9f3ec;--fail:#a3161f;--fail-bg:#fbe9e8;--error:#7b1c6a;--error-bg:#f7e9f4;--stale:#7a4f00;--stale-bg:#fbf1da;
    --none:#44484e;--none-bg:#f0f0ee;--waived:#1d4b8f;--waived-bg:#e8eff9;--part:#1c5f66;--part-bg:#e6f2f3;--focus:#0b57d0}
    @media (prefers-color-scheme:dark){:root{--paper:#16181b;--wash:#1e2125;--ink:#e8e8e4;--soft:#a2a7ae;--rule:#34383d;--strong:#6b7078;--link:#9cc0f5;
    --pass:#86d3a3;--pass-bg:#17301f;--fail:#ff9c94;--fail-bg:#431d1d;--error:#eda6dc;--error-bg:#3b1c36;--stale:#edc26b;--stale-bg:#382b10;
    --none:#c3c7cc;--none-bg:#282c31;--waived:#a5c6f7;--waived-bg:#1a2b45;--part:#8ccfd6;--part-bg:#163034;--focus:#8ab4f8}}
    *{box-sizing:border-box}
    html{scroll-padding-top:3.5rem;-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
    .sheet{position:absolute}
    h1,h2,h3,h4,p,ul,dl,dd{margin:0;padding:0}
    h1{font-size:1.75rem;line-height:1.2;letter-spacing:-.01em;font-weight:650}
    h2{font-size:1.25rem;line-height:1.3;font-weight:650;margin:0 0 .75rem}
    h2 small{font-weight:400;color:var(--soft);margin-left:.25rem}
    h3{font-size:1rem;font-weight:650}
    h4{font-size:.8125rem;font-weight:600;color:var(--soft)}
    small{font-size:.8125rem;color:var(--soft)}
    a{color:var(--link);text-underline-offset:.15em;text-decoration-thickness:1px}
    button,input{font:inherit;color:inherit}
    button{cursor:pointer}
    code,.digest{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;font-size:.8125rem}
    :focus-visible{outline:2px solid var(--focus);outline-offset:1px}
    .skip{position:absolute;left:-99em}.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem;z-index:9}
    .i{width:.8125rem;height:.8125rem;flex:none;vertical-align:-.1em}
    .quiet,.asof,.product{color:var(--soft)}
    .masthead,main{max-width:90rem;margin:0 auto;padding:0 1.5rem}
    main{container-type:inline-size}
    .masthead{display:flex;flex-wrap:wrap;gap:1rem 2rem;justify-content:space-between;align-items:flex-end;padding-top:1.75rem;padding-bottom:1rem}
    .product{font-size:.8125rem;margin-bottom:.25rem}
    .asof{margin-top:.25rem}
    .note{margin-top:.5rem;padding:.35rem .6rem;background:var(--stale-bg);color:var(--stale)}
    nav{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem}
    main>section{padding:1.25rem 0 1.5rem;border-top:1px solid var(--rule)}
    main>section,.frame{contain-intrinsic-size:auto 40rem}
    .settled main>section:not(#page,#decisions),.settled .frame{content-visibility:auto}
    .via{display:block}
    .decision{display:grid;grid-template-columns:17rem minmax(0,1fr) 21.5rem;gap:.75rem 2rem;padding:.7rem 0 .9rem 1.1rem;border-left:5px solid var(--strong);margin-bottom:1rem;border-bottom:1px solid var(--rule)}
    .decision:last-child{border-bottom:0;margin-bottom:0}
    .decision.approve{border-left-color:var(--pass)}.decision.hold{border-left-color:var(--stale)}.decision.deny{border-left-color:var(--fail)}
    .verdict h3{font-size:1.0625rem}
    .word{font-size:2.125rem;line-height:1.15;font-weight:700;letter-spacing:-.01em;margin-top:.1rem}
    .approve .word{color:var(--pass)}.hold .word{color:var(--stale)}.deny .word{color:var(--fail)}
    .for{color:var(--soft);margin-bottom:.35rem}.for b{color:var(--ink)}
    dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.1rem .8rem}
    dt{color:var(--soft);font-size:.875rem}dd{min-width:0}
    .verdict .meta{font-size:.875rem;color:var(--soft)}.verdict .today{margin-top:.35rem}
    .why h4,.proofs h4{margin:.25rem 0 .4rem}
    .reasons,.proofs ul,.problems{list-style:none}
    .reasons li{padding:.28rem 0 .28rem .75rem;border-left:3px solid var(--rule);margin-bottom:.15rem}
    .reasons li.deny{border-left-color:var(--fail)}.reasons li.hold{border-left-color:var(--stale)}
    .reasons a{color:inherit}
    .reasons small{white-space:nowrap;margin-left:.35rem}
    .proofs li{display:grid;grid-template-columns:8.75rem 1fr;gap:.6rem;align-items:baseline;padding:.15rem 0}
    .proofs .c,.legend .c{justify-self:start}
    .proofs small{margin-left:.4rem}.proofs a{white-space:nowrap}
    details summary{cursor:pointer;color:var(--link);padding:.25rem 0}
    .facts{margin-bottom:.75rem}.facts+.quiet{margin-bottom:1rem}
    .problems{margin:.5rem 0 1rem}.problems li{padding:.3rem 0;border-bottom:1px solid var(--rule)}
    """#

  private static let matrixRules = #"""

    .legend{margin-bottom:.6rem}
    .legend dl{grid-template-columns:repeat(auto-fill,minmax(20rem,1fr));gap:.35rem 1.5rem;padding:.5rem 0}
    .legend dl div{display:grid;grid-template-columns:8.75rem 1fr;gap:.6rem;align-items:start}
    .legend dd{font-size:.875rem}
    .filters{display:flex;flex-wrap:wrap;gap:.5rem .75rem;align-items:center;padding:.6rem 0 .9rem}
    .filters label{font-size:.875rem;color:var(--soft)}
    #search,.list-tools input,.list-tools select{border:1px solid var(--strong);border-radius:3px;background:var(--paper);padding:.3rem .5rem;width:18rem;max-width:100%;font:inherit;color:inherit}
    .list-tools select{width:auto}
    .chips,.actions{display:flex;flex-wrap:wrap;gap:.35rem}
    .chip,.actions button,.plainbutton{border:1px solid var(--rule);border-radius:3px;background:var(--paper);padding:.22rem .5rem;font-size:.875rem;display:inline-flex;gap:.35rem;align-items:center}
    .chip span{color:var(--soft)}
    .chip:hover,.actions button:hover,.plainbutton:hover{border-color:var(--strong)}
    .chip[aria-pressed=true]{border-color:var(--ink);background:var(--ink);color:var(--paper)}
    .chip[aria-pressed=true] span{color:inherit}
    .card code{font-size:.75rem}
    #shown{font-size:.875rem;color:var(--soft)}
    table{border-collapse:separate;border-spacing:0;width:100%;text-align:left}
    .cap{padding:0 0 .5rem}.cap small{display:block}
    .plain .wide{width:30%}
    .frame{margin-bottom:2rem}
    .matrix{table-layout:fixed}
    .matrix thead th{position:sticky;top:0;z-index:2;background:var(--paper);box-shadow:inset 0 -2px 0 var(--ink);padding:.5rem .6rem;vertical-align:bottom;font-weight:600}
    .matrix thead small{display:block;font-weight:400}
    .matrix thead th:first-child{width:36%;padding-left:0}
    .matrix th,.matrix td{vertical-align:top;border-bottom:1px solid var(--rule);padding:.2rem .6rem}
    .matrix tbody th{font-weight:400;padding-left:0}
    .matrix .band th{padding-top:1.1rem;font-size:.8125rem;color:var(--soft);border-bottom-color:var(--strong)}
    .matrix .band b{color:var(--ink)}
    .matrix .head th,.matrix .head td{background:var(--wash);padding-top:.3rem;padding-bottom:.3rem}
    .matrix .head td{font-size:.8125rem;padding-top:.4rem;padding-left:1.05rem}
    .head .c.uncovered{padding:0}
    .fold,.req{border:0;background:none;text-align:left;padding:.15rem 0;width:100%;display:block;font-weight:400}
    .fold{display:flex;gap:.4rem;align-items:baseline}
    .fold .i{width:.75rem;height:.75rem;color:var(--soft);transform:rotate(0)}
    .fold[aria-expanded=true] .i{transform:rotate(90deg)}
    .req b,.fold b,.band b{font-weight:600;margin-right:.35rem;white-space:nowrap}
    .head+.rows .req{padding-left:1.15rem}
    .req:hover,.fold:hover{color:var(--link)}
    .none .req{color:var(--soft)}
    .c{display:inline-flex;flex-wrap:wrap;align-items:center;gap:.1rem .4rem;border:1px solid transparent;border-radius:3px;background:none;padding:.13rem .45rem;font-size:.875rem;text-align:left;line-height:1.35}
    .c b{font-weight:600;white-space:nowrap;display:inline-flex;gap:.4rem;align-items:center}
    .c .p{white-space:nowrap}
    .c abbr{color:inherit;font-size:.75rem;text-decoration:none}
    .c em{font-style:normal}
    button.c:hover,button.c[aria-current=true]{border-color:currentColor}
    .c.pass{color:var(--pass);background:var(--pass-bg)}
    .c.fail{color:var(--fail);background:var(--fail-bg)}.c.fail b{font-weight:700}
    .c.error{color:var(--error);background:var(--error-bg)}
    .c.stale,.c.claimed{color:var(--stale);background:var(--stale-bg)}
    .c.notAssessed{color:var(--none);background:var(--none-bg)}
    .c.waived{color:var(--waived);background:var(--waived-bg)}
    .c.supported{color:var(--part);background:var(--part-bg)}
    .u{color:var(--soft);font-size:.875rem;padding-left:1.05rem!important}
    .c.notApplicable,.c.uncovered{color:var(--soft)}.c.notApplicable b,.c.uncovered b{font-weight:400}
    .c em.fail{color:var(--fail)}.c em.error{color:var(--error)}.c em.stale{color:var(--stale)}
    .t{white-space:nowrap;margin-right:.5rem}
    .t.pass{color:var(--pass)}.t.fail{color:var(--fail);font-weight:600}.t.error{color:var(--error)}.t.stale,.t.claimed{color:var(--stale)}.t.notAssessed{color:var(--none)}.t.waived{color:var(--waived)}.t.supported{color:var(--part)}.t.notApplicable{color:var(--soft)}
    .chip.fail .i{color:var(--fail)}.chip.pass .i{color:var(--pass)}.chip.error .i{color:var(--error)}.chip.stale .i,.chip.claimed .i{color:var(--stale)}.chip.waived .i{color:var(--waived)}.chip.supported .i{color:var(--part)}
    .chip[aria-pressed=true] .i{color:inherit}
    .many{overflow:auto;max-height:88vh;border:1px solid var(--rule)}
    .many .matrix{width:max-content;min-width:100%}
    .many .matrix th,.many .matrix td{width:11.5rem}
    .many .matrix th:first-child{width:20rem;position:sticky;left:0;background:var(--paper);z-index:1;padding-left:.6rem}
    .many .matrix thead th:first-child{z-index:3}
    .many .head th:first-child{background:var(--wash)}
    .many .cap{padding:.6rem;position:sticky;left:0}
    .plain{margin-bottom:1.25rem;font-size:.875rem}
    .plain th,.plain td{padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--rule);vertical-align:top}
    .plain thead th{border-bottom:2px solid var(--ink);font-weight:600}
    .plain tbody th{font-weight:600;min-width:10rem}
    #basis .plain tbody th{overflow-wrap:normal}
    .plain thead th{overflow-wrap:normal}
    .plain .short{white-space:nowrap}
    .plain .digest{width:21rem;word-break:break-all}
    .list-tools{display:flex;flex-wrap:wrap;gap:.5rem .75rem;align-items:center;margin-bottom:.75rem}
    .list-tools label{font-size:.875rem;color:var(--soft)}
    .numbers td,.numbers thead th:not(:first-child){text-align:right}
    .numbers thead th[scope=colgroup]{text-align:center;border-bottom:1px solid var(--strong)}
    .away{position:absolute;left:-99em}
    .print-only{display:none}
    [hidden]{display:none!important}
    html:not(.js) .needs-script{display:none}
    """#
}
