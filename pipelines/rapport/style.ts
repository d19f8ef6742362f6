/** Looks of the printed report: black on white, one column, tables that break between rows. */
export const STYLE = `
body { margin: 0; color: #1a1a1a; background: #fff; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { font-size: 1.15rem; margin: 2rem 0 0.25rem; break-after: avoid; }
p { margin: 0.4rem 0; }
a { color: #12436d; }
.verdict { font-size: 1.15rem; font-weight: 600; }
.fictif { color: #801650; }
.etat { font-weight: 600; break-after: avoid; }
.etat.bloquant::before { content: '■ '; color: #801650; }
.etat.avertissement::before { content: '▲ '; color: #8a4b00; }
.etat.information::before { content: '● '; color: #12436d; }
.doux { color: #555; }
table { width: 100%; border-collapse: collapse; margin: 0.5rem 0; font-size: 0.875rem; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.5rem; border-bottom: 1px solid #ccc; overflow-wrap: anywhere; }
td:nth-child(3) { white-space: nowrap; }
.nombre { text-align: right; font-variant-numeric: tabular-nums; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
@media (max-width: 40rem) {
  thead { display: none; }
  tr, td { display: block; border: 0; padding: 0.1rem 0; }
  tr { border-bottom: 1px solid #ccc; padding: 0.5rem 0; }
  .nombre { text-align: left; }
}
@page { size: letter; margin: 1.5cm; }
@media print { main { max-width: none; padding: 0; } a { color: inherit; } }
`;
