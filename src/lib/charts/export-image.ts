import font from '@fontsource-variable/radio-canada-big/files/radio-canada-big-latin-wght-normal.woff2?url';
import { TEXTES } from '../texte/interface';
import { joinListe } from '../format';
import type { Figure } from '../views/figure';
import { wrap } from './text-size';

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 24;
const FAMILY = 'Radio Canada Big';
const STYLES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'paint-order',
  'font-weight',
] as const;

/** Copies onto each element what the style sheet says of it, in the light palette. */
function resolveStyles(image: SVGSVGElement): void {
  for (const element of image.querySelectorAll('*')) {
    const computed = getComputedStyle(element);
    for (const name of STYLES) element.setAttribute(name, computed.getPropertyValue(name));
    element.removeAttribute('class');
  }
}

interface Block {
  readonly texte: string;
  readonly size: number;
  readonly weight: number;
}

/** Lines of text one under the other from `top`; returns where they end. */
function write(parent: Element, { texte, size, weight }: Block, top: number, width: number) {
  let y = top;
  for (const line of wrap(texte, width, size, weight > 400)) {
    const text = document.createElementNS(SVG, 'text');
    y += Math.round(size * 1.3);
    for (const [name, value] of Object.entries({ x: 0, y: y - size * 0.3, 'font-size': size }))
      text.setAttribute(name, String(value));
    text.setAttribute('font-weight', String(weight));
    text.textContent = line;
    parent.append(text);
  }
  return y;
}

function group(parent: Element, y: number): SVGGElement {
  const element = document.createElementNS(SVG, 'g');
  element.setAttribute('transform', `translate(${MARGIN},${y})`);
  parent.append(element);
  return element;
}

/** A picture that stands alone: its title above, its source below, on the light ground. */
function compose(image: SVGSVGElement, figure: Figure): SVGSVGElement {
  const { width, height } = image.viewBox.baseVal;
  const picture = document.createElementNS(SVG, 'svg');
  const ground = document.createElementNS(SVG, 'rect');
  picture.append(ground);
  const head = group(picture, MARGIN);
  const titleEnd = write(head, { texte: figure.titre, size: 20, weight: 600 }, 0, width);
  const headEnd = write(
    head,
    { texte: figure.sousTitre, size: 15, weight: 400 },
    titleEnd + 4,
    width,
  );
  const body = group(picture, MARGIN + headEnd + 16);
  body.setAttribute('text-anchor', 'middle');
  body.append(...Array.from(image.childNodes));
  const footTop = MARGIN + headEnd + 16 + height + 14;
  const foot = group(picture, footTop);
  const editeurs = [...new Set(figure.sources.map(({ editeur }) => editeur))];
  let end = 0;
  for (const texte of [...figure.omissions, TEXTES.figure.source(joinListe(editeurs))])
    end = write(foot, { texte, size: 13, weight: 400 }, end, width);
  const size = { width: width + 2 * MARGIN, height: Math.ceil(footTop + end + MARGIN) };
  for (const [name, value] of Object.entries(size)) {
    picture.setAttribute(name, String(value));
    ground.setAttribute(name, String(value));
  }
  picture.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
  picture.setAttribute('font-family', `${FAMILY}, Arial, sans-serif`);
  return picture;
}

async function fontFace(): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(font)).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `@font-face{font-family:'${FAMILY}';font-weight:400 700;src:url(data:font/woff2;base64,${btoa(binary)})}`;
}

async function standalone(image: SVGSVGElement, figure: Figure): Promise<SVGSVGElement> {
  const host = document.createElement('div');
  host.className = 'palette-claire hors-vue';
  const copy = image.cloneNode(true) as SVGSVGElement;
  host.append(copy);
  document.body.append(host);
  resolveStyles(copy);
  const picture = compose(copy, figure);
  const palette = getComputedStyle(host);
  const variable = (name: string) => palette.getPropertyValue(name).trim();
  picture.firstElementChild!.setAttribute('fill', variable('--fond'));
  picture.setAttribute('fill', variable('--texte'));
  host.remove();
  const style = document.createElementNS(SVG, 'style');
  style.textContent = await fontFace();
  picture.prepend(style);
  const title = document.createElementNS(SVG, 'title');
  title.textContent = figure.alt;
  picture.prepend(title);
  return picture;
}

/** The chart as a file on its own: colours, face, title and source included. */
export async function toSvgFile(image: SVGSVGElement, figure: Figure): Promise<Blob> {
  const text = new XMLSerializer().serializeToString(await standalone(image, figure));
  return new Blob([text], { type: 'image/svg+xml' });
}

/** The same picture in pixels, twice as fine, for a slide or a document. */
export async function toPngFile(image: SVGSVGElement, figure: Figure): Promise<Blob> {
  const url = URL.createObjectURL(await toSvgFile(image, figure));
  try {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    const canvas = document.createElement('canvas');
    canvas.width = picture.naturalWidth * 2;
    canvas.height = picture.naturalHeight * 2;
    canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (!blob) throw new Error('The canvas gave no image');
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}
