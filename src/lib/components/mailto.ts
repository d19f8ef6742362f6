import { TEXTES } from '../texte/interface';

/** Address of a message that reports an error on a page, with its title and URL filled in. */
export function mailtoSignalement(courriel: string, page: { titre: string; url: string }): string {
  const objet = encodeURIComponent(TEXTES.site.signalementObjet(page.titre));
  const corps = encodeURIComponent(
    TEXTES.site.signalementCorps(page.titre, page.url).replaceAll('\n', '\r\n'),
  );
  return `mailto:${encodeURI(courriel)}?subject=${objet}&body=${corps}`;
}
