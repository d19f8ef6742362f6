/** Reports as rows of the product: what each project answered, for the ministry and the board. */
import { champOf, champsOf, feuilleOf, tableauOf } from '../../forms/definition';
import { accordeAu, indicateursOf, nomIndicateur } from '../../forms/dossiers';
import { NON_COMPTE, type ReponseLue, type Valeur } from '../../forms/reponses';
import { foldWords } from '../../lib/fold';
import { personalIn } from '../../lib/personnel';
import { entier, texte } from '../../lib/registre';
import type { Constat } from '../../lib/constats';
import { depenseAu, verseAu, verseDans } from './argent';
import type { Product, ProductRow } from '../link/rows';
import { listQuestions } from './questions';
import { retenir } from './retenus';
import { CHEMIN_REDDITIONS } from './snapshot';
import {
  centsIn,
  depenseBilan,
  depenseBudget,
  etatDe,
  type LigneLue,
  lignesOf,
  nombreIn,
  recuOf,
  type Reddition,
  type Redditions,
  reponseA,
  reponseDe,
  texteIn,
} from './reddition';

/** Place of an answer, as `prive/redditions/2025-2026/bilan.docx!Personnes rejointes!C2`. */
export function provenanceOf(reddition: Reddition, reponse: ReponseLue | null): string | null {
  if (reponse === null) return null;
  const { partie, feuille, cellule } = reponse;
  const fichier = recuOf(reddition, partie)?.fichier.chemin;
  return fichier === undefined ? null : [fichier, feuille, cellule].join('!');
}

const placeOfRow = (reddition: Reddition, { cellules }: LigneLue): string =>
  provenanceOf(reddition, [...cellules.values()][0] ?? null) ?? '';

function redditionRow(reddition: Reddition): ProductRow {
  const etat = etatDe(reddition);
  const days = [...reddition.premieres.values()];
  const came = days.length > 0 && !days.includes(null) ? (days.toSorted().at(-1) ?? null) : null;
  const fileOf = (partie: 'bilan' | 'budget') => recuOf(reddition, partie)?.fichier.chemin ?? null;
  return {
    reddition_id: reddition.id,
    projet_id: reddition.projet.id,
    exercice_id: reddition.exercice.id,
    date_echeance: reddition.echeance,
    etat: etat.etat,
    date_reception: came,
    ponctualite: etat.ponctualite,
    jours_retard: etat.retard,
    manques: etat.manques.join(' ; ') || null,
    date_acceptation: etat.etat === 'acceptee' ? reddition.acceptation : null,
    version_formulaire: reddition.recus.find((r) => r.version !== null)?.version ?? null,
    provenance_bilan: fileOf('bilan'),
    provenance_budget: fileOf('budget'),
  };
}

function valuesOf(valeur: Valeur): ProductRow {
  const none = { valeur_texte: null, valeur_nombre: null, valeur_montant: null, valeur_date: null };
  if (valeur === NON_COMPTE) return { ...none, non_compte: true };
  const known = { ...none, non_compte: false };
  if (typeof valeur === 'number') return { ...known, valeur_nombre: valeur };
  if (typeof valeur === 'bigint') return { ...known, valeur_montant: valeur };
  if (typeof valeur === 'boolean') return { ...known, valeur_texte: valeur ? 'oui' : 'non' };
  if (Array.isArray(valeur)) return { ...known, valeur_texte: valeur.join(' ; ') };
  return { ...known, valeur_texte: String(valeur) };
}

function answerRow(reddition: Reddition, reponse: ReponseLue, isDate: boolean): ProductRow {
  const values = valuesOf(reponse.valeur);
  const dated = isDate ? { valeur_texte: null, valeur_date: String(reponse.valeur) } : {};
  return {
    reddition_id: reddition.id,
    question_id: reponse.question,
    rang: reponse.rang,
    ...values,
    ...dated,
    provenance: provenanceOf(reddition, reponse) ?? '',
  };
}

/** Answers to the questions that the product keeps, some for the board alone. */
function answerRows(all: Redditions, boardOnly: boolean): ProductRow[] {
  const { definition } = all.scene;
  const speech = champOf(definition, 'temoignage')?.id;
  const kept = new Map(
    listQuestions(definition)
      .filter((q) => (q.edition === 'conseil') === boardOnly && q.id !== speech)
      .map((q) => [q.id, q]),
  );
  return all.liste.flatMap((reddition) =>
    reddition.recus
      .flatMap((r) => r.lu?.reponses ?? [])
      .filter((r) => kept.has(r.question))
      .map((r) => answerRow(reddition, r, kept.get(r.question)?.type === 'date')),
  );
}

const rowsOf = (
  { liste }: Redditions,
  table: string | undefined,
  toRow: (reddition: Reddition, ligne: LigneLue) => ProductRow | null,
): ProductRow[] =>
  liste.flatMap((reddition) =>
    (table === undefined ? [] : lignesOf(reddition, table)).flatMap((ligne) => {
      const row = toRow(reddition, ligne);
      if (row === null) return [];
      const place = { provenance: placeOfRow(reddition, ligne) };
      return [{ reddition_id: reddition.id, rang: ligne.rang, ...row, ...place }];
    }),
  );

export function personneRows({ scene, liste }: Redditions): ProductRow[] {
  const counts = champsOf(scene.definition).filter((c) => c.type === 'compte');
  return liste.flatMap((reddition) =>
    counts.flatMap(({ id }) => {
      const reponse = reponseA(reddition, id);
      if (!reponse) return [];
      const nombre = typeof reponse.valeur === 'number' ? reponse.valeur : null;
      const provenance = provenanceOf(reddition, reponse);
      return [
        {
          reddition_id: reddition.id,
          question_id: id,
          nombre,
          non_compte: nombre === null,
          provenance,
        },
      ];
    }),
  );
}

/** A result, under the name and the unit that the register gives its indicator. */
export function resultatRow({ scene }: Redditions, { projet }: Reddition, ligne: LigneLue) {
  const nom = texteIn(ligne, 'indicateur');
  if (nom === null) return null;
  const known = indicateursOf(scene, projet).find(
    (i) => foldWords(nomIndicateur(i)) === foldWords(nom),
  );
  return {
    indicateur: known ? (texte(known, 'indicateur') ?? nom) : nom,
    unite: known ? texte(known, 'unite') : null,
    cible: known ? entier(known, 'cible') : nombreIn(ligne, 'cible'),
    realise: nombreIn(ligne, 'realise'),
    commentaire: texteIn(ligne, 'commentaire'),
  };
}

function objectifRows({ scene, liste }: Redditions): ProductRow[] {
  return liste.flatMap((reddition) => {
    const reponse = reponseDe(scene.definition, reddition, 'objectifs');
    const ids = Array.isArray(reponse?.valeur) ? (reponse.valeur as string[]) : [];
    return ids.map((choix_id) => ({
      reddition_id: reddition.id,
      choix_id,
      provenance: provenanceOf(reddition, reponse),
    }));
  });
}

/** Testimonies with consent; without personal details, they may be published. */
export function citationsOf({ scene, liste }: Redditions) {
  const { definition } = scene;
  return liste.flatMap((reddition) => {
    const said = reponseDe(definition, reddition, 'temoignage');
    const consent = reponseDe(definition, reddition, 'consentement')?.valeur === true;
    if (!said || !consent) return [];
    const mots = String(said.valeur);
    return [{ reddition, said, mots, publie: personalIn(mots).length === 0 }];
  });
}

const ECARTS: readonly string[] = [
  'bilan-budget-ecart',
  'budget-octroi-ecart',
  'budget-versement-ecart',
  'depense-depasse-accorde',
  'budget-total-ecart',
  'solde-debut-ecart',
];

/** Granted, paid and spent of each report that came, with what does not agree. */
function rapprochementRows(all: Redditions, constats: readonly Constat[]): ProductRow[] {
  const { scene, liste } = all;
  const { definition } = scene;
  return liste
    .filter((r) => r.recus.length > 0)
    .map((reddition) => {
      const files = new Set(reddition.recus.map((r) => r.fichier.chemin));
      const own = constats.filter((c) => files.has(c.fichier) && ECARTS.includes(c.regle));
      const spent = depenseAu(all, reddition);
      const [first] = lignesOf(reddition, 'depenses');
      const cells = [
        provenanceOf(reddition, reponseDe(definition, reddition, 'depense')),
        provenanceOf(reddition, first?.cellules.get('paye') ?? null),
      ];
      return {
        reddition_id: reddition.id,
        montant_accorde: accordeAu(scene, reddition.projet, reddition.exercice.fin),
        montant_verse: verseAu(scene, reddition),
        montant_verse_exercice: verseDans(scene, reddition),
        montant_depense_budget: depenseBudget(definition, reddition),
        montant_depense_bilan: depenseBilan(definition, reddition),
        montant_solde: spent === null ? null : verseAu(scene, reddition) - spent,
        ecarts: own.map((c) => c.message).join(' ; ') || null,
        provenance: cells.filter((c) => c !== null).join(' ; ') || null,
      };
    });
}

const constatRows = (constats: readonly Constat[]): ProductRow[] =>
  constats.filter(isAboutRedditions).map((c, index) => ({
    constat_id: `reddition-${String(index + 1).padStart(4, '0')}`,
    gravite: c.gravite,
    regle: c.regle,
    fichier: c.fichier,
    feuille: c.feuille ?? null,
    cellule: c.cellule ?? null,
    message: c.message,
  }));

/** Findings about a report say who is late or lacks what: the public edition has none of them. */
export const isAboutRedditions = ({ fichier }: Pick<Constat, 'fichier'>): boolean =>
  fichier.startsWith(CHEMIN_REDDITIONS);

type Tables = Pick<
  Product,
  | 'redditions'
  | 'reddition_reponses'
  | 'reddition_notes'
  | 'reddition_activites'
  | 'reddition_personnes'
  | 'resultats'
  | 'reddition_objectifs'
  | 'depenses'
  | 'financements'
  | 'citations'
  | 'rapprochements'
  | 'constats_redditions'
>;

/** Tables that no public edition has. */
export function redditionTables(all: Redditions, constats: readonly Constat[]): Tables {
  const { definition } = all.scene;
  return retenir({
    redditions: all.liste.map((r) => redditionRow(r)),
    reddition_reponses: answerRows(all, false),
    reddition_notes: answerRows(all, true),
    reddition_activites: rowsOf(all, tableauOf(definition, 'activites')?.id, (_, l) => ({
      activite: texteIn(l, 'activite'),
      realisee: texteIn(l, 'realisee'),
      commentaire: texteIn(l, 'commentaire'),
    })),
    reddition_personnes: personneRows(all),
    resultats: rowsOf(all, tableauOf(definition, 'indicateurs')?.id, (r, l) =>
      resultatRow(all, r, l),
    ),
    reddition_objectifs: objectifRows(all),
    depenses: rowsOf(all, 'depenses', (_, l) => ({
      poste_id: texteIn(l, feuilleOf(definition, 'depenses').categorie.id),
      description: texteIn(l, 'description'),
      montant_prevu: centsIn(l, 'prevu'),
      montant_depense: centsIn(l, 'reel'),
      montant_paye: centsIn(l, 'paye'),
    })),
    financements: rowsOf(all, 'financement', (_, l) => ({
      financement_id: texteIn(l, feuilleOf(definition, 'financement').categorie.id),
      detail: texteIn(l, 'detail'),
      montant_prevu: centsIn(l, 'prevu'),
      montant_confirme: centsIn(l, 'confirme'),
      montant_recu: centsIn(l, 'recu'),
    })),
    citations: citationsOf(all).map(({ reddition, said, mots, publie }) => ({
      reddition_id: reddition.id,
      temoignage: mots,
      publie,
      provenance: provenanceOf(reddition, said),
    })),
    rapprochements: rapprochementRows(all, constats),
    constats_redditions: constatRows(constats),
  });
}
