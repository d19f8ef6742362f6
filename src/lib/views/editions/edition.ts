/** What a sealed edition shows once it is open. */
import type { Engine } from '../../data/engine';
import { argentTerritoires } from '../../data/queries/editions/argent-territoires';
import { demandesRecues } from '../../data/queries/editions/demandes-recues';
import { notesConseil } from '../../data/queries/editions/notes-conseil';
import { personnesProjets } from '../../data/queries/editions/personnes-projets';
import { rapprochementsProjets } from '../../data/queries/editions/rapprochements-projets';
import { redditionsSuivies } from '../../data/queries/editions/redditions-suivies';
import { resultatsProjets } from '../../data/queries/editions/resultats-projets';
import { ask } from '../../data/question';
import type { Choix } from '../../domain/choix';
import type { EditionScellee } from '../../domain/column';
import { SECTIONS_EDITIONS } from '../../texte/editions';
import { markFigures } from '../fictif';
import type { Figure } from '../figure';
import { gatherFonds } from '../gather';
import type { FondsLigne } from '../scene';
import { rapprochementFigure, soldesFigure, territoiresFigure } from './argent';
import { demandesFigure, notesFigure, personnesFigure, resultatsFigure } from './effets';
import { couvertureFigure, redditionsFigure, retardsFigure } from './redditions';

export interface SectionEdition {
  readonly id: keyof typeof SECTIONS_EDITIONS;
  readonly titre: string;
  readonly figures: readonly Figure[];
}

export interface EditionOuverte {
  readonly choix: Choix;
  readonly fonds: FondsLigne;
  readonly sections: readonly SectionEdition[];
}

type Sections = readonly Omit<SectionEdition, 'titre'>[];

/** Reports, money, people and results by project: both editions have them. */
async function commonSections(engine: Engine, choix: Choix, fonds: FondsLigne): Promise<Sections> {
  const [redditions, rapprochements, personnes, resultats] = await Promise.all([
    ask(engine, redditionsSuivies, choix),
    ask(engine, rapprochementsProjets, choix),
    ask(engine, personnesProjets, choix),
    ask(engine, resultatsProjets, choix),
  ]);
  return [
    {
      id: 'redditions',
      figures: [couvertureFigure(redditions, fonds), redditionsFigure(redditions, fonds)],
    },
    { id: 'argent', figures: [rapprochementFigure(rapprochements, fonds)] },
    {
      id: 'effets',
      figures: [personnesFigure(personnes, fonds), resultatsFigure(resultats, fonds)],
    },
  ];
}

/** What the board alone has. */
async function boardSections(engine: Engine, choix: Choix, fonds: FondsLigne): Promise<Sections> {
  const [redditions, rapprochements, notes, demandes, territoires] = await Promise.all([
    ask(engine, redditionsSuivies, choix),
    ask(engine, rapprochementsProjets, choix),
    ask(engine, notesConseil, choix),
    ask(engine, demandesRecues, choix),
    ask(engine, argentTerritoires, choix),
  ]);
  return [
    {
      id: 'attention',
      figures: [
        retardsFigure(redditions, fonds),
        soldesFigure(rapprochements, fonds),
        notesFigure(notes, fonds),
      ],
    },
    {
      id: 'demandes',
      figures: [territoiresFigure(territoires, fonds), demandesFigure(demandes, fonds)],
    },
  ];
}

/** Asks an edition, open in either engine, all that it shows for some choices. */
export async function composeEdition(
  engine: Engine,
  edition: EditionScellee,
  choix: Choix,
): Promise<EditionOuverte> {
  const fonds = await gatherFonds(engine, choix);
  const own = edition === 'conseil' ? await boardSections(engine, choix, fonds) : [];
  const sections = [...own, ...(await commonSections(engine, choix, fonds))];
  return {
    choix,
    fonds,
    sections: sections.map(({ id, figures }) => ({
      id,
      titre: SECTIONS_EDITIONS[id],
      figures: markFigures(fonds, figures),
    })),
  };
}
