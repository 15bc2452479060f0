// swift-format-ignore-file
extension Style {
  /// The drawings of trust chains.
  static let pictureRules = #"""

    .chain{padding-bottom:1rem}.chain+.chain{border-top:1px solid var(--rule);padding-top:1rem}
    .drawing{overflow-x:auto;border:1px solid var(--rule);margin:.5rem 0}
    .drawing svg{display:block;max-width:none}
    .drawing text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;fill:var(--ink)}
    .drawing .head,.drawing .kind{fill:var(--soft);font-size:11px}
    .drawing rect{fill:var(--wash);stroke:var(--strong)}
    .drawing .power rect{fill:var(--fail-bg);stroke:var(--fail);stroke-width:2}.drawing .power text{fill:var(--fail)}
    .drawing .unknown rect{stroke-dasharray:3 3}
    .drawing path{fill:none}.drawing .line{stroke:var(--strong);stroke-width:1.2}.drawing .tip{fill:var(--strong)}
    .drawing .wide{stroke:transparent;stroke-width:12;pointer-events:stroke}
    .drawing .open .line{stroke-dasharray:5 4}
    .drawing .gains .line{stroke:var(--fail);stroke-width:2.6}.drawing .gains .tip{fill:var(--fail)}
    .drawing g[tabindex]{cursor:pointer}
    .drawing g:focus,.drawing g:focus-visible{outline:none}
    .drawing .thing:focus rect{stroke:var(--focus);stroke-width:3}
    .drawing .step:focus .line,.drawing .step:hover .line{stroke:var(--focus);stroke-width:4}.drawing .step:focus .tip{fill:var(--focus)}
    .drawing.chosen g:not(.on){opacity:.25}.drawing.chosen .on .line{stroke-width:2.6}
    .ways{columns:24rem;column-gap:2rem;padding-left:1.5rem;margin:.5rem 0;font-size:.875rem}
    .ways li{break-inside:avoid;padding:.1rem 0}
    .steps .first th,.steps .first td{border-top:1px solid var(--strong)}
    .hops{padding-left:1.5rem;margin:0}.hops li{padding:.3rem 0}
    @media print{.drawing{overflow:visible;border:0}.drawing svg{width:100%;height:auto}.ways,#chains .quiet .needs-script{display:none}.chain{break-inside:auto}}
    """#
}
