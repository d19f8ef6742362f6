/** The register as staff would have typed it: spellings and mistakes of their own included. */
import { centsToDecimal } from '../../src/lib/domain/montant';
import { type LigneEcrite, type LignesEcrites, writeGabarit } from '../gabarit/gabarit';
import type { Listes } from '../gabarit/listes';
import type { CellWritten } from '../../src/lib/xlsx/workbook';
import { buildCorrections, type Correction } from './corrections';
import { BAILLEUR, CYCLES, PARALLELE } from './cycles';
import { FONDS } from './fonds';
import { MRC, TERRITOIRES } from './lieux';
import { ORGANISMES } from './organismes';
import { prioriteOf, PRIORITES } from './priorites';
import type { Modele } from './registre-modele';

const texte = (text: string | null | undefined): CellWritten =>
  text ? { type: 'texte', texte: text } : null;
const jour = (day: string): CellWritten => ({ type: 'date', jour: day });
const entier = (value: number): CellWritten => ({ type: 'entier', entier: value });
const montant = (cents: number): CellWritten => ({
  type: 'montant',
  decimal: centsToDecimal(BigInt(cents)),
});

const nomOf = (id: string) => TERRITOIRES.find((t) => t.id === id)?.nom ?? id;
const territoire = (id: string | null) => texte(id && nomOf(id));

/** How some people of the office write a territory; each has its line in `alias/territoires.csv`. */
export const VARIANTES: Readonly<Record<string, string>> = {
  vaubrume: 'MRC de Vaubrume',
  'les-linaigrettes': 'MRC des Linaigrettes',
  'l-anse-perlee': 'Anse-Perlée',
};

/** One row in six was entered by someone who writes it their own way. */
const typed = (id: string, rank: number) =>
  rank % 6 === 5 ? texte(VARIANTES[id] ?? nomOf(id)) : territoire(id);

const enveloppes = ({ mouvements }: Modele) =>
  mouvements.map(({ id, cycle, bailleur, ...m }) => ({
    enveloppe_id: texte(id),
    cycle: texte(cycle.nom),
    bailleur: texte(bailleur ?? BAILLEUR.nom),
    territoire: territoire(m.territoire),
    mouvement: texte(m.nature),
    date_effet: jour(m.jour),
    montant: montant(m.cents),
    resolution: texte(m.resolution),
    note: texte(m.note),
  }));

const apports = (modele: Modele) =>
  modele.apports.map((apport) => ({
    apport_id: texte(apport.id),
    cycle: texte(apport.cycle.nom),
    bailleur: texte(BAILLEUR.nom),
    nature: texte(apport.nature),
    date: jour(apport.jour),
    montant: montant(apport.cents),
  }));

const appels = () =>
  CYCLES.flatMap((cycle) =>
    cycle.appels.map(({ id, titre, ouverture, limite }) => ({
      appel_id: texte(id),
      cycle: texte(cycle.nom),
      titre: texte(titre),
      date_ouverture: jour(ouverture),
      date_limite: jour(limite),
    })),
  );

const demandes = (modele: Modele) =>
  modele.demandes.map((demande, rank) => ({
    demande_id: texte(demande.id),
    appel: texte(demande.appel.id),
    organisme: texte(demande.organisme.nom),
    titre: texte(demande.titre),
    territoire: typed(demande.territoire, rank),
    priorite: texte(prioriteOf(demande.priorite).nom),
    date_depot: jour(demande.depot),
    montant_demande: montant(demande.cents),
    decision: texte(demande.decision),
    date_decision: jour(demande.jour),
    projet: texte(demande.projet?.id),
  }));

const organismes = () =>
  ORGANISMES.map((organisme, rank) => ({
    organisme_id: texte(organisme.id),
    nom: texte(organisme.nom),
    municipalite: texte(organisme.municipalite),
    territoire: typed(organisme.territoire, rank),
  }));

const projets = (modele: Modele) =>
  modele.projets.map((projet) => ({
    projet_id: texte(projet.id),
    cycle: texte(projet.cycle.nom),
    titre: texte(projet.titre),
    organisme: texte(projet.organisme.nom),
    territoire: territoire(projet.territoire),
    territoires_touches: texte(projet.touches.map(nomOf).join(' ; ')),
    debut: jour(projet.debut),
    fin: jour(projet.fin),
    description: texte(projet.description),
  }));

const projetsPriorites = (modele: Modele) =>
  modele.projets.flatMap(({ id, parts }) =>
    parts.map(({ priorite, part }) => ({
      projet: texte(id),
      priorite: texte(prioriteOf(priorite).nom),
      part: entier(part),
    })),
  );

const octrois = (modele: Modele) =>
  modele.octrois.map((octroi) => ({
    octroi_id: texte(octroi.id),
    projet: texte(octroi.projet.id),
    nature: texte(octroi.nature),
    bailleur: texte(BAILLEUR.nom),
    date_decision: jour(octroi.jour),
    resolution: texte(octroi.resolution),
    montant_accorde: montant(octroi.cents),
    annonce: texte(octroi.annonce),
    note: texte(octroi.note),
  }));

const versements = (modele: Modele) =>
  modele.versements.map((versement) => ({
    versement_id: texte(versement.id),
    projet: texte(versement.projet.id),
    bailleur: texte(BAILLEUR.nom),
    date_versement: jour(versement.jour),
    montant_verse: montant(versement.cents),
  }));

const indicateurs = (modele: Modele) =>
  modele.indicateurs.map(({ projet, cible, valeur }) => ({
    projet: texte(projet.id),
    indicateur: texte(cible.indicateur),
    unite: texte(cible.unite),
    cible: entier(valeur),
  }));

const annonces = (modele: Modele) =>
  modele.annonces.map((annonce) => ({
    annonce_id: texte(annonce.appel.annonce.id),
    cycle: texte(annonce.cycle),
    titre: texte(annonce.titre),
    date_annonce: jour(annonce.appel.annonce.jour),
    appel: texte(annonce.appel.id),
    bailleur: texte(BAILLEUR.nom),
    territoire: territoire(annonce.territoire),
    montant_annonce: montant(annonce.cents),
    precision: texte('Exact'),
    nombre_projets: entier(annonce.projets),
    nombre_organismes: entier(annonce.organismes),
  }));

/** Puts back what was typed wrong. */
function withMistake(lignes: readonly LigneEcrite[], cle: string, correction: Correction) {
  return lignes.map((ligne) => {
    const cell = ligne[cle];
    if (cell?.type !== 'texte' || cell.texte !== correction.id) return ligne;
    return { ...ligne, [correction.colonne]: jour(correction.recue) };
  });
}

const mistaken = (modele: Modele, table: string, cle: string, lignes: readonly LigneEcrite[]) =>
  buildCorrections(modele)
    .filter((correction) => correction.table === table)
    .reduce((rows, correction) => withMistake(rows, cle, correction), lignes);

const toLignes = (modele: Modele): LignesEcrites => ({
  enveloppes: enveloppes(modele),
  apports: apports(modele),
  appels: appels(),
  demandes: demandes(modele),
  organismes: organismes(),
  projets: mistaken(modele, 'registre-projets', 'projet_id', projets(modele)),
  projets_priorites: projetsPriorites(modele),
  octrois: octrois(modele),
  versements: mistaken(modele, 'registre-versements', 'versement_id', versements(modele)),
  indicateurs: indicateurs(modele),
  annonces: annonces(modele),
});

/** What `readListes` would read from the files of the fund. */
export const LISTES: Listes = {
  fonds: { id: 'demo', nom: FONDS.nom, fictif: true },
  noms: {
    territoires: TERRITOIRES.filter((t) => t.nature !== 'non-ventile').map(({ nom }) => nom),
    priorites: PRIORITES.map(({ nom }) => nom),
    cycles: CYCLES.map(({ nom }) => nom),
    bailleurs: [BAILLEUR.nom, PARALLELE.nom],
  },
  mrc: MRC.map(({ nom }) => nom),
};

export const writeRegistre = (modele: Modele): Uint8Array => writeGabarit(LISTES, toLignes(modele));
