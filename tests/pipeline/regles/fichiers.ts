/** Rules of files: what a lot holds and says of itself, how bytes become rows, and headings. */
import { encode, type Fund, LOT } from '../lib/fund';
import { petitPlan, type Plan } from '../lib/plan';
import {
  csvOf,
  PROPRE,
  type Rangee,
  RegistreFund,
  type Registre,
  workbookOf,
} from '../lib/registre';
import { sha256Of } from '../lib/publication';
import { ENTETES_DE_FEUILLE } from './classeurs';
import { type Fixtures, type Make, registre } from './fixture';
import { deux, faits, PROJETS } from './fonds-public';

const LIGNE = 'p-3,Un,';

const LOTS: Fixtures = {
  'fichier-absent': {
    echoue: faits((fund) => fund.remove('reference/annonces.csv')),
    ou: null,
    passe: registre(PROPRE),
  },
  'fichier-non-declare': deux(
    (fund) => fund.write(`${LOT}/projets (2).csv`, 'a,b\n'),
    null,
    (fund) => fund.write(`${LOT}/.DS_Store`, 'Bud1'),
  ),
  'fichier-modifie': deux(
    (fund) => fund.write(PROJETS, fund.text(PROJETS).replace('80 000,25', '80 000,24')),
    null,
    (fund) => fund.replace(PROJETS, 'Projet p-1', 'Projet 1'),
  ),
  'source-inconnue': deux(
    (fund) => fund.declare('projets.csv', { source: 'projets' }),
    null,
    (fund) => fund.declare('projets.csv', { source: '"projets-publics"' }),
  ),
  'yaml-invalide': deux(
    (fund) => fund.write('fonds.yaml', `nom: « Brumes »: deux\n${fund.text('fonds.yaml')}`),
    'fonds.yaml!A1',
    (fund) => fund.replace('fonds.yaml', 'ordre: 1', '# Rang : à revoir\nordre:   1'),
  ),
  'description-invalide': deux(
    (fund) => fund.replace('fonds.yaml', 'ordre: 1', 'rang: 1'),
    null,
    (fund) => fund.replace('fonds.yaml', 'ordre: 1', 'courriel: brumes@exemple.org'),
  ),
};

/** A register in a lot of this folder, in a fund that is real. */
const reel =
  (lot: string): Make =>
  (root) => {
    const fund = new RegistreFund(root, null);
    fund.reword('fictif: true\n', '');
    fund.write(`${lot}/registre.xlsx`, workbookOf(PROPRE));
    const sha256 = sha256Of(`${fund.folder}/${lot}/registre.xlsx`);
    fund.write(
      `${lot}/source.yaml`,
      `editeur: Conseil\ndate: 2023-07-01\nfichiers:\n  - { nom: registre.xlsx, source: registre, sha256: ${sha256} }\n`,
    );
    return { public: fund.folder, prive: `${root}/prive` };
  };

const parFeuille = (...ids: readonly (keyof Registre)[]) =>
  Object.fromEntries(ids.map((id) => [id, csvOf(id, PROPRE[id])]));

/** A workbook in a lot, and CSV of some sheets in another. */
const deuxLots = (...ids: readonly (keyof Registre)[]) =>
  registre(PROPRE, (fund) => {
    for (const [id, text] of Object.entries(parFeuille(...ids))) {
      const lot = 'prive/recu/suite';
      fund.write(`${lot}/${id}.csv`, text);
      const sha256 = sha256Of(`${fund.folder}/${lot}/${id}.csv`);
      fund.write(
        `${lot}/source.yaml`,
        `editeur: Conseil\ndate: 2023-07-01\nfichiers:\n  - { nom: ${id}.csv, source: registre-${id}, sha256: ${sha256}, encodage: utf-8, separateur: ';' }\n`,
      );
    }
  });

/** The same register, one file a sheet. */
const enCsv: Make = (root) => {
  const fund = new RegistreFund(root, null);
  fund.receiveCsv(PROPRE);
  return { public: fund.folder, prive: `${root}/prive` };
};

const REGISTRES: Fixtures = {
  'lot-public': {
    echoue: reel('recu/registre'),
    ou: null,
    passe: reel('../../prive/recu/registre'),
  },
  'table-en-double': {
    echoue: deuxLots('versements'),
    ou: null,
    passe: enCsv,
  },
};

const recode = (declared: string) => (fund: Fund) => {
  fund.receive('projets.csv', encode(fund.text(PROJETS), 'windows-1252'));
  fund.declare('projets.csv', { encodage: declared });
};

const head = (fund: Fund) => `${fund.text(PROJETS).split('\n')[0] ?? ''}\n`;

const TEXTE: Fixtures = {
  'fichier-vide': deux(
    (fund) => fund.receive('projets.csv', ' \n\n'),
    null,
    (fund) => fund.receive('projets.csv', head(fund)),
  ),
  encodage: deux(recode('utf-8'), `${PROJETS}!A1`, recode('windows-1252')),
  separateur: deux(
    (fund) => fund.declare('projets.csv', { separateur: '|' }),
    `${PROJETS}!A1`,
    (fund) => {
      fund.receive('sources.csv', fund.text(`${LOT}/sources.csv`).replaceAll(',', '|'));
      fund.declare('sources.csv', { separateur: '|' });
    },
  ),
  guillemets: deux(
    (fund) => fund.replace(PROJETS, 'Projet p-2', '"Projet p-2'),
    `${PROJETS}!A3`,
    (fund) => fund.replace(PROJETS, 'Projet p-2', '"Projet ""p-2"""'),
  ),
  'ligne-incomplete': deux(
    (fund) => fund.replace(PROJETS, LIGNE, 'p-3,'),
    `${PROJETS}!A4`,
    (fund) => fund.replace(PROJETS, 'Projet p-3', '"Projet p-3, suite"'),
  ),
  'lignes-vides': deux(
    (fund) => fund.replace(PROJETS, LIGNE, `\n , ,\n${LIGNE}`),
    null,
    (fund) => fund.receive('projets.csv', fund.text(PROJETS).trimEnd()),
  ),
  'aucune-ligne': {
    echoue: faits((fund) => fund.receive('projets.csv', head(fund))),
    ou: null,
    passe: registre({ ...PROPRE, versements: [] }),
  },
};

/** Public facts with the places that the clean register names. */
const FAITS_ET_REGISTRE: Plan = {
  ...petitPlan,
  territoires: [
    ...petitPlan.territoires,
    { id: 'lande', nom: 'Lande-Grise', nature: 'mrc' },
    { id: 'crete', nom: 'Crête-au-Vent', nature: 'mrc' },
  ],
  priorites: [...petitPlan.priorites, { id: 'transport', nom: 'Se déplacer' }],
  sommes: petitPlan.sommes.filter((s) => s.evenement !== 'Don du Héron'),
};

const duHeron = (rows: readonly Rangee[]) =>
  rows.map((r) => ('Bailleur' in r ? { ...r, Bailleur: 'Fondation du Héron' } : r));

const heron: Registre = {
  ...PROPRE,
  enveloppes: duHeron(PROPRE.enveloppes),
  apports: duHeron(PROPRE.apports),
  octrois: duHeron(PROPRE.octrois),
  versements: duHeron(PROPRE.versements),
  annonces: duHeron(PROPRE.annonces),
};

const ensemble = (rows: Registre): Make =>
  faits((fund) => {
    fund.write('fonds.yaml', fund.text('fonds.yaml').replace(/(date_donnees:).*/, '$1 2023-06-30'));
    const lot = 'prive/recu/registre';
    fund.write(`${lot}/registre.xlsx`, workbookOf(rows));
    const sha256 = sha256Of(`${fund.folder}/${lot}/registre.xlsx`);
    fund.write(
      `${lot}/source.yaml`,
      `editeur: Conseil\ndate: 2023-07-01\nfichiers:\n  - { nom: registre.xlsx, source: registre, sha256: ${sha256} }\n`,
    );
  }, FAITS_ET_REGISTRE);

export const FICHIERS: Fixtures = {
  ...LOTS,
  ...REGISTRES,
  ...TEXTE,
  ...ENTETES_DE_FEUILLE,
  'cycle-deux-origines': {
    echoue: ensemble(PROPRE),
    ou: 'recu/lot-1/enveloppes.csv!D2',
    passe: ensemble(heron),
  },
};
