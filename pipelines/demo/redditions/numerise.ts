/** A form that was printed, signed and scanned: a PDF of one page, as plain as can be. */

const PAGE = { largeur: 612, hauteur: 792 } as const;

/** In the parentheses of a PDF string, accents by their octal code of WinAnsi. */
const inPdf = (texte: string): string =>
  [...texte.replace(/’/g, "'")]
    .map((c) => {
      const code = c.codePointAt(0) ?? 63;
      if ('()\\'.includes(c)) return `\\${c}`;
      return code < 128 ? c : `\\${code.toString(8)}`;
    })
    .join('');

function page(lignes: readonly string[]): string {
  const text = lignes.map((ligne) => `(${inPdf(ligne)}) Tj T*`).join('\n');
  return `BT /F1 12 Tf 18 TL 72 ${PAGE.hauteur - 96} Td\n${text}\nET`;
}

export function scanned(lignes: readonly string[]): Uint8Array {
  const content = page(lignes);
  const objets = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.largeur} ${PAGE.hauteur}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let pdf = '%PDF-1.4\n';
  const places = objets.map((objet, i) => {
    const place = pdf.length;
    pdf += `${i + 1} 0 obj\n${objet}\nendobj\n`;
    return place;
  });
  const start = pdf.length;
  const table = places.map((p) => `${String(p).padStart(10, '0')} 00000 n \n`).join('');
  const count = objets.length + 1;
  pdf += `xref\n0 ${count}\n0000000000 65535 f \n${table}`;
  pdf += `trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(pdf, 'ascii');
}
