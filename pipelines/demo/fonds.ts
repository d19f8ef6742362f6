/** `fonds.yaml` of the demonstration. */
import { BAILLEUR, type Cycle, CYCLES, DATE_DONNEES, PARALLELE } from './cycles';
import { REGION } from './lieux';

export const FONDS = {
  nom: 'Alliance pour la solidarité de la Brunante (démonstration)',
  mandataire: 'Table régionale de la Brunante (fictive)',
} as const;

/** A long value, cut at spaces under a `>-` as Prettier leaves it. */
function folded(text: string, indent: string, width = 100): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last === undefined || indent.length + longer.length > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return ['>-', ...lines.map((line) => `${indent}${line}`)].join('\n');
}

const cycleYaml = ({ id, nom, debut, fin, note }: Cycle) => `  - id: ${id}
    nom: ${nom}
    debut: ${debut}
    fin: ${fin}
    couverture: complete
    couverture_note: ${folded(note, '      ')}`;

export const fondsYaml =
  (): string => `# Fonds fictif, écrit par npm run demo:generer : ne modifiez pas ce fichier à la main.
nom: ${FONDS.nom}
region: ${REGION}
mandataire: ${FONDS.mandataire}
fictif: true
ordre: 2
date_donnees: ${DATE_DONNEES}
licence:
  nom: Creative Commons Attribution 4.0 International (CC BY 4.0)
  url: https://creativecommons.org/licenses/by/4.0/deed.fr
exercice:
  premier_mois: 4
cycles:
${CYCLES.map(cycleYaml).join('\n')}
bailleurs:
  - id: ${BAILLEUR.id}
    nom: ${BAILLEUR.nom}
    compte: true
  - id: ${PARALLELE.id}
    nom: ${PARALLELE.nom}
    compte: false
`;

export const sourceYaml = (
  sha256: string,
): string => `# Le registre du fonds fictif : écrit par npm run demo:generer, et versionné parce que tout y est inventé.
editeur: Secrétariat de l’Alliance de la Brunante (fictif)
date: ${DATE_DONNEES}
fichiers:
  - nom: registre.xlsx
    source: registre
    sha256: ${sha256}
`;
