/** The picture that a link to a fund shows elsewhere: its name, its sentence, its envelope. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { create, type Font } from 'fontkit';
import { wrap } from '../charts/text-size';

const require = createRequire(import.meta.url);
const [LARGEUR, HAUTEUR, MARGE] = [1200, 630, 72];
const COULEURS = { fond: '#fdfcf9', texte: '#1c2127', doux: '#545b64', accorde: '#12436d' };
const ENVELOPPE = { fond: '#d3dee8', bord: '#5d7c98' };
const ALERTE = '#801650';

let face: Font | undefined;

function openFace(): Font {
  const file =
    require.resolve('@fontsource-variable/radio-canada-big/files/radio-canada-big-latin-wght-normal.woff2');
  return create(readFileSync(file)) as Font;
}

let ready: Promise<void> | undefined;
const start = () =>
  (ready ??= initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm'))));

interface Texte {
  readonly texte: string;
  readonly taille: number;
  readonly graisse: 400 | 600;
  readonly couleur: string;
}

/** Outlines of a line of text whose baseline is at `y`: the picture then needs no font. */
function outline({ texte, taille, graisse, couleur }: Texte, y: number): string {
  face ??= openFace();
  const scale = taille / face.unitsPerEm;
  // The library cannot vary the weight of a WOFF2 face: an outline of its own colour stands for it.
  const trait =
    graisse === 600 ? ` stroke="${couleur}" stroke-width="${face.unitsPerEm * 0.035}"` : '';
  let x = MARGE;
  const { glyphs, positions } = face.layout(texte.replaceAll('\u202f', '\u00a0'));
  return glyphs
    .map((glyph, i) => {
      const at = `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${scale} ${-scale})`;
      x += (positions[i]?.xAdvance ?? 0) * scale;
      return `<path fill="${couleur}"${trait} transform="${at}" d="${glyph.path.toSVG()}"/>`;
    })
    .join('');
}

/** Lines one under the other; returns their outlines and where they end. */
function write(texte: Texte, top: number, lignes: number): { svg: string; bottom: number } {
  const all = wrap(texte.texte, LARGEUR - 2 * MARGE, texte.taille, texte.graisse > 400);
  const shown = all.slice(0, lignes);
  const step = texte.taille * 1.22;
  return {
    svg: shown
      .map((line, i) => outline({ ...texte, texte: line }, top + (i + 0.8) * step))
      .join(''),
    bottom: top + shown.length * step,
  };
}

/** Share granted, between 0 and 1; nothing is drawn when it is unknown. */
function bar(part: number | null, y: number): string {
  if (part === null) return '';
  const width = LARGEUR - 2 * MARGE;
  const rect = (w: number, rest: string) =>
    `<rect x="${MARGE}" y="${y}" width="${w.toFixed(1)}" height="44" ${rest}/>`;
  return [
    rect(width, `fill="${ENVELOPPE.fond}" stroke="${ENVELOPPE.bord}" stroke-width="2"`),
    rect(width * Math.min(1, part), `fill="${COULEURS.accorde}"`),
  ].join('');
}

export interface ApercuImage {
  readonly site: string;
  readonly nom: string;
  readonly phrase: string;
  readonly part: number | null;
  /** Words of a fictional fund. */
  readonly mention: string | null;
}

/** PNG of 1200 by 630 pixels; same words, same bytes. */
export async function drawApercu(apercu: ApercuImage): Promise<Uint8Array> {
  await start();
  const site = write(
    { texte: apercu.site, taille: 30, graisse: 600, couleur: COULEURS.doux },
    64,
    1,
  );
  const nom = write(
    { texte: apercu.nom, taille: 64, graisse: 600, couleur: COULEURS.texte },
    site.bottom + 26,
    3,
  );
  const phrase = write(
    { texte: apercu.phrase, taille: 34, graisse: 400, couleur: COULEURS.texte },
    nom.bottom + 28,
    3,
  );
  const mention =
    apercu.mention === null
      ? ''
      : outline({ texte: apercu.mention, taille: 30, graisse: 600, couleur: ALERTE }, HAUTEUR - 40);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${LARGEUR}" height="${HAUTEUR}">`,
    `<rect width="${LARGEUR}" height="${HAUTEUR}" fill="${COULEURS.fond}"/>`,
    ...[site.svg, nom.svg, phrase.svg, bar(apercu.part, phrase.bottom + 34), mention],
    '</svg>',
  ].join('');
  return new Resvg(svg).render().asPng();
}
