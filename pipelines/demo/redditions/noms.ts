/** How people name the files that they send. */
import type { Partie } from '../../../src/lib/domain/reddition';
import { createHasard } from '../hasard';
import type { Tranche } from './attendues';

/** Letters, digits and spaces that every system takes. */
const plain = (texte: string): string =>
  texte
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9 -]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim();

/** First words of a name, as many as a line of a folder shows. */
function short(texte: string, max = 30): string {
  const words = plain(texte.split(',')[0] ?? '').split(' ');
  const kept = words.filter((_, i) => words.slice(0, i + 1).join(' ').length <= max);
  while (kept.length > 1 && /^(de|du|des|d|l|la|le|les|et|a)$/i.test(kept.at(-1) ?? '')) kept.pop();
  return kept.join(' ');
}

type Nommer = (mots: {
  readonly projet: string;
  readonly exercice: string;
  readonly organisme: string;
  readonly titre: string;
}) => string;

const BILANS: readonly Nommer[] = [
  ({ projet, exercice }) => `${projet}-bilan-${exercice}`,
  ({ projet, exercice }) => `Bilan ${exercice} ${projet}`,
  ({ organisme }) => `Bilan annuel ${organisme}`,
  ({ projet }) => `${projet} bilan rempli`,
  ({ titre }) => `bilan - ${titre}`,
  ({ organisme, exercice }) => `${organisme} - reddition de comptes ${exercice}`,
  ({ projet }) => `Bilan_${projet}_final`,
  () => 'bilan final v2',
  ({ projet, exercice }) => `Copie de ${projet}-bilan-${exercice}`,
  ({ organisme }) => `BILAN ${organisme.toUpperCase()}`,
  ({ titre, exercice }) => `${titre} ${exercice}`,
  ({ projet, exercice }) => `${projet}-bilan-${exercice} (1)`,
  ({ organisme, exercice }) => `Formulaire bilan ${exercice.slice(5)} ${organisme}`,
];

const BUDGETS: readonly Nommer[] = [
  ({ projet, exercice }) => `${projet}-budget-${exercice}`,
  ({ projet, exercice }) => `Budget ${exercice} ${projet}`,
  ({ organisme }) => `reddition budgetaire - ${organisme}`,
  ({ projet }) => `${projet} budget rempli`,
  ({ titre }) => `budget - ${titre}`,
  ({ organisme, exercice }) => `${organisme} - depenses ${exercice}`,
  ({ projet }) => `Budget_${projet}_final`,
  () => 'budget final',
  ({ projet, exercice }) => `Copie de ${projet}-budget-${exercice}`,
  ({ organisme }) => `BUDGET ${organisme.toUpperCase()}`,
  ({ titre, exercice }) => `${titre} ${exercice} budget`,
  ({ projet, exercice }) => `${projet}-budget-${exercice} (1)`,
  ({ organisme, exercice }) => `Etat des depenses ${exercice.slice(5)} ${organisme}`,
];

const EXTENSIONS: Readonly<Record<Partie, string>> = { bilan: '.docx', budget: '.xlsx' };

/** Names of the files of a folder, no two alike whatever their capitals. */
export class Noms {
  readonly #taken = new Set<string>();

  /** Habit of the organisation, another one at times. */
  of(tranche: Tranche, partie: Partie): string {
    const { projet, exercice } = tranche;
    const habit = createHasard(`nom ${projet.organisme.id}`).entier(0, BILANS.length - 1);
    const hasard = createHasard(`nom ${tranche.id} ${partie}`);
    const patterns = partie === 'bilan' ? BILANS : BUDGETS;
    const pattern = hasard.chance(70) ? patterns[habit] : hasard.choix(patterns);
    const said = pattern?.({
      projet: projet.id,
      exercice: exercice.id,
      organisme: short(projet.organisme.nom),
      titre: short(projet.titre, 36),
    });
    return this.take(exercice.id, said ?? projet.id, EXTENSIONS[partie], projet.id);
  }

  /** A name that is free, its project added to it when it is not. */
  take(exercice: string, nom: string, extension: string, projet: string): string {
    const free = [nom, `${nom} ${projet}`, `${nom} ${projet} (2)`].find(
      (n) => !this.#taken.has(`${exercice}/${n}${extension}`.toLowerCase()),
    );
    if (free === undefined) throw new RangeError(`Every name like ${nom} is taken`);
    this.#taken.add(`${exercice}/${free}${extension}`.toLowerCase());
    return `${free}${extension}`;
  }
}
