// swift-format-ignore-file
/// The shapes of the outcomes, drawn once and used by name, so that colour is never alone.
///
/// Each differs from the others in outline as well as in filling: they read in grey and in print.
enum Icons {
  static let sheet = #"""
    <svg class="sheet" aria-hidden="true" width="0" height="0"><defs>
    <symbol id="i-pass" viewBox="0 0 16 16"><path d="M2.5 8.5l3.5 3.5 7.5-8" fill="none" stroke="currentColor" stroke-width="2.2"/></symbol>
    <symbol id="i-fail" viewBox="0 0 16 16"><path d="M1.5 1.5h13v13h-13z" fill="currentColor"/><path d="M5 5l6 6M11 5l-6 6" stroke="var(--paper)" stroke-width="2"/></symbol>
    <symbol id="i-error" viewBox="0 0 16 16"><path d="M8 1l7.2 13.5H.8z" fill="currentColor"/><path d="M8 5.5v4.2M8 11.2v1.8" stroke="var(--paper)" stroke-width="1.8"/></symbol>
    <symbol id="i-stale" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.7"/><path d="M8 4.5V8l2.6 1.8" fill="none" stroke="currentColor" stroke-width="1.7"/></symbol>
    <symbol id="i-notAssessed" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.7" stroke-dasharray="2.6 2.2"/></symbol>
    <symbol id="i-claimed" viewBox="0 0 16 16"><path d="M1.8 2.5h12.4v8.2H7.5L4 13.8v-3.1H1.8z" fill="none" stroke="currentColor" stroke-width="1.6"/></symbol>
    <symbol id="i-waived" viewBox="0 0 16 16"><path d="M3.5 15V1.8h9.5l-2.4 3.6L13 9H3.5" fill="none" stroke="currentColor" stroke-width="1.7"/></symbol>
    <symbol id="i-supported" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M8 1.8a6.2 6.2 0 0 0 0 12.4z" fill="currentColor"/></symbol>
    <symbol id="i-notApplicable" viewBox="0 0 16 16"><path d="M3 8h10" stroke="currentColor" stroke-width="1.8"/></symbol>
    <symbol id="i-uncovered" viewBox="0 0 16 16"><circle cx="8" cy="8" r="1.6" fill="currentColor"/></symbol>
    <symbol id="i-fold" viewBox="0 0 16 16"><path d="M5.5 3l5 5-5 5" fill="none" stroke="currentColor" stroke-width="1.8"/></symbol>
    </defs></svg>
    """#

  /// The shape of a status, hidden from readers of the words beside it.
  static func use(_ name: String) -> String {
    ##"<svg class="i" aria-hidden="true"><use href="#i-\##(name)"/></svg>"##
  }
}
