/** Tags of the pages that this project writes. */

export interface Tag {
  readonly nom: string;
  readonly attributs: ReadonlyMap<string, string>;
}

const SCRIPT = /<script([^>]*)>([^]*?)<\/script>/gi;
const TAG =
  /<([a-z][\w:-]*)((?:\s+[^\s"'>=/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/gi;
const ATTRIBUT = /([^\s"'>=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

const decode = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

function readAttributs(text: string): Map<string, string> {
  const found = [...text.matchAll(ATTRIBUT)];
  return new Map(
    found.map(([, nom = '', a, b, c]) => [nom.toLowerCase(), decode(a ?? b ?? c ?? '')]),
  );
}

/** Every tag that opens, what scripts hold left out. */
export const readTags = (html: string): Tag[] =>
  [...html.replace(SCRIPT, '<script$1>').matchAll(TAG)].map(([, nom = '', attributs = '']) => ({
    nom: nom.toLowerCase(),
    attributs: readAttributs(attributs),
  }));

/** Text of the scripts that a page carries itself, data included. */
export const readScripts = (
  html: string,
): { attributs: ReadonlyMap<string, string>; texte: string }[] =>
  [...html.matchAll(SCRIPT)].map(([, attributs = '', texte = '']) => ({
    attributs: readAttributs(attributs),
    texte,
  }));
