/** The board pack of an edition that is not public: what the public one has, and what this edition adds. */
import type { Engine } from '../../data/engine';
import { redditionsSuivies } from '../../data/queries/editions/redditions-suivies';
import { ask } from '../../data/question';
import { type Choix, SANS_CHOIX } from '../../domain/choix';
import type { EditionScellee } from '../../domain/column';
import { CAHIER } from '../../texte/cahier';
import {
  type Cahier,
  composeCahier,
  composeCahierTerritoire,
  section,
  type SectionCahier,
} from '../pages/cahier';
import type { Figure } from '../figure';
import { composeEdition, type SectionEdition } from './edition';

/** What one acts on comes first; what one looks up, after the public sections; the method last. */
function inOrder(publiques: readonly SectionCahier[], reservees: readonly SectionCahier[]) {
  const isFirst = ({ id }: SectionCahier) => id === 'reserve-attention';
  const isLast = ({ id }: SectionCahier) => id === 'constats' || id === 'methode';
  const last = publiques.filter(isLast);
  return [
    ...reservees.filter(isFirst),
    ...publiques.filter((s) => !isLast(s)),
    ...reservees.filter((s) => !isFirst(s)),
    ...last.map((s) =>
      s.id === 'methode' ? { ...s, points: [...CAHIER.limitesReservees, ...s.points] } : s,
    ),
  ];
}

/** A fund of which no report is due says nothing of reports: "none is late" would tell something. */
function tellKnown(sections: readonly SectionEdition[]): SectionEdition[] {
  const isTold = ({ table }: Figure) => table.lignes.length > 0;
  const figures = sections.flatMap((s) => s.figures);
  if (figures.some((f) => f.id === 'redditions-suivies' && isTold(f))) return [...sections];
  return sections
    .map((s) => ({ ...s, figures: s.figures.filter(isTold) }))
    .filter((s) => s.figures.length > 0);
}

const own = (id: SectionEdition['id'], rest: Partial<SectionCahier>): SectionCahier =>
  section(`reserve-${id}`, CAHIER.sectionsReservees[id], { ...rest, reservee: true });

/** What one reads before a meeting: the answers of one exercice, not of all those before it. */
async function composeAttention(
  engine: Engine,
  { figures }: SectionEdition,
  choix: Choix,
): Promise<SectionCahier> {
  const redditions = await ask(engine, redditionsSuivies, choix);
  const exercice = redditions.find(({ etat }) => etat !== 'attendue')?.exercice_id;
  if (exercice === undefined) return own('attention', { figures });
  const { sections } = await composeEdition(engine, 'conseil', { ...choix, exercice });
  const notes = sections.flatMap((s) => s.figures).filter(({ id }) => id === 'notes');
  return own('attention', {
    phrases: [CAHIER.notesDe(exercice)],
    figures: [...figures.filter(({ id }) => id !== 'notes'), ...notes],
  });
}

/** The whole fund, or one territory; null for a territory that the fund has not. */
export async function composeCahierEdition(
  engine: Engine,
  edition: EditionScellee,
  territoire: string | null,
): Promise<Cahier | null> {
  const cahier =
    territoire === null
      ? await composeCahier(engine)
      : await composeCahierTerritoire(engine, territoire);
  if (cahier === null) return null;
  const choix = { ...SANS_CHOIX, territoire };
  const { sections } = await composeEdition(engine, edition, choix);
  const reservees = await Promise.all(
    tellKnown(sections).map((s) =>
      s.id === 'attention' ? composeAttention(engine, s, choix) : own(s.id, { figures: s.figures }),
    ),
  );
  return {
    ...cahier,
    edition,
    titre: CAHIER.titres[edition],
    sections: inOrder(cahier.sections, reservees),
  };
}
