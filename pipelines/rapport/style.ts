/** Looks of the printed report: black on white, one column, tables that break between rows. */
export const STYLE = `
:root { color-scheme: light; }
body { margin: 0; color: #1a1a1a; background: #fff; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 0.5rem; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 0 0 0.25rem; break-after: avoid; }
section, ol { margin-bottom: 2.5rem; }
section { border-top: 1px solid #767676; padding-top: 1rem; }
p { margin: 0.4rem 0; }
ul, ol { margin-top: 0.5rem; padding-left: 1.75rem; }
a { color: #12436d; }
.verdict { margin: 1.25rem 0; padding: 0.6rem 0.9rem; border-left: 0.35rem solid #12436d; font-size: 1.15rem; font-weight: 600; }
.verdict.bloquant { border-color: #801650; }
.fictif { color: #801650; letter-spacing: 0.04em; }
.etat { font-weight: 600; }
.etat, .doux, section > p { break-after: avoid; }
.etat.bloquant::before { content: '■ '; content: '■ ' / ''; color: #801650; }
.etat.avertissement::before { content: '▲ '; content: '▲ ' / ''; color: #8a4b00; }
.etat.information::before { content: '● '; content: '● ' / ''; color: #12436d; }
.doux { color: #555; font-size: 0.9rem; }
table { width: 100%; border-collapse: collapse; margin: 0.9rem 0 0; font-size: 0.9rem; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 1rem 0.3rem 0; border-bottom: 1px solid #ccc; overflow-wrap: anywhere; }
thead th { border-bottom: 1px solid #767676; font-weight: 600; }
.lieu th { padding-top: 0.6rem; border: 0; font-weight: 600; }
.lieu { break-after: avoid; }
.lu { white-space: pre-line; }
.nombre { font-variant-numeric: tabular-nums; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
@media print, (min-width: 40rem) {
  .ou { width: 5rem; }
  .lu { width: 28%; }
  th.nombre, td.nombre { width: 5rem; padding-right: 0; padding-left: 0.75rem; text-align: right; }
}
@media screen and (max-width: 39.99rem) {
  thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  table, tbody, tr, .lieu th { display: block; }
  tr { padding: 0.5rem 0; border-bottom: 1px solid #ccc; }
  .lieu { padding: 0.5rem 0 0; }
  td { display: grid; grid-template-columns: 6rem 1fr; gap: 0.5rem; padding: 0.1rem 0; border: 0; }
  td::before { content: attr(data-titre); color: #555; }
}
@page { size: letter; margin: 1.5cm; @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt system-ui, sans-serif; } }
@media print {
  html { font-size: 9.5pt; }
  body { line-height: 1.35; }
  main { max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; }
  section, ol { margin-bottom: 1.2rem; }
  section { padding-top: 0.6rem; }
  ol { columns: 2; column-gap: 2rem; }
  p { margin: 0.2rem 0; }
  table { margin-top: 0.4rem; }
}
`;
