/** What the form of each report shows of the register, and all its answers. */
import type { Definition } from '../../forms/definition';
import type { Dossier, LigneRemplie, Reponses, Valeur } from '../../forms/reponses';
import { dollars } from '../../lib/dollars';
import { formatDate } from '../../../src/lib/domain/mois';
import { FONDS } from '../fonds';
import { createHasard } from '../hasard';
import { addDays, daysBetween } from '../jours';
import { TERRITOIRES } from '../lieux';
import { prioriteOf } from '../priorites';
import type { Comptes, Ligne } from './argent';
import { type Tranche, verseOf } from './attendues';
import type { MotsBilan } from './bilan';
import { POSTES } from './postes';
import { fill, type Roues } from './recit';
import { AVANCES, FONCTIONS, SOLDES } from './textes/communs';

const FONDS_ID = 'demo';

function versements({ versements: own }: Tranche): string {
  if (own.length === 0) return 'Aucun';
  return own
    .map(({ cents, jour }) => `${dollars(BigInt(cents))}, le ${formatDate(jour)}`)
    .join('\n');
}

export function dossierOf(definition: Definition, tranche: Tranche): Dossier {
  const { projet, exercice, echeance, accorde } = tranche;
  const { organisme, territoire, parts } = projet;
  const reference = {
    fonds: FONDS_ID,
    exercice: exercice.id,
    projet: projet.id,
    version: definition.version,
  };
  return {
    reference,
    fonds: { nom: FONDS.nom, fictif: true },
    exercice,
    echeance,
    organisme: organisme.nom,
    identite: {
      projet: projet.id,
      titre: projet.titre,
      organisme: organisme.nom,
      exercice: `${exercice.id}, du ${formatDate(exercice.debut)} au ${formatDate(exercice.fin)}`,
      periode: `Du ${formatDate(projet.debut)} au ${formatDate(projet.fin)}`,
      territoire: TERRITOIRES.find((t) => t.id === territoire)?.nom ?? '',
      priorites: parts.map((p) => prioriteOf(p.priorite).nom).join(' ; '),
      accorde: dollars(BigInt(accorde)),
      verse: versements(tranche),
    },
  };
}

const depenseRow = ({ poste, description, prevu, reel, paye }: Ligne): LigneRemplie => ({
  poste,
  description,
  prevu: BigInt(prevu),
  reel: BigInt(reel),
  ...(paye === null ? {} : { paye: BigInt(paye) }),
});

/** The lines of the form in their order, those that nothing was spent on left blank, then the added ones. */
function depenseRows({ lignes }: Comptes): LigneRemplie[] {
  const first = new Map(lignes.toReversed().map((l) => [l.poste, l]));
  const own = POSTES.map((poste) => {
    const ligne = first.get(poste);
    return ligne ? depenseRow(ligne) : { poste };
  });
  return [...own, ...lignes.filter((l) => first.get(l.poste) !== l).map(depenseRow)];
}

const SOURCES = ['ministeres', 'municipal', 'fondations', 'autofinancement', 'nature'] as const;

function financementRows(tranche: Tranche, { apports }: Comptes): LigneRemplie[] {
  const accorde = BigInt(tranche.accorde);
  const recu = BigInt(verseOf(tranche));
  const others = SOURCES.map((source): LigneRemplie => {
    const apport = apports.find((a) => a.source === source);
    if (!apport) return { source };
    const { detail, prevu, confirme } = apport;
    const amounts = { prevu: BigInt(prevu), confirme: BigInt(confirme), recu: BigInt(apport.recu) };
    return { source, detail, ...amounts };
  });
  return [{ source: 'fonds', prevu: accorde, confirme: accorde, recu }, ...others];
}

function explication(
  tranche: Tranche,
  { soldeFin }: Comptes,
  roues: Roues,
): Record<string, Valeur> {
  const hasard = createHasard(`solde ${tranche.id}`);
  if (soldeFin === 0 || (soldeFin > 0 && tranche.derniere) || hasard.chance(20)) return {};
  const [sujet, liste] = soldeFin > 0 ? ['soldes', SOLDES] : ['avances', AVANCES];
  const texte = roues.next(`${tranche.exercice.id} ${sujet}`, liste);
  return { explication_solde: fill(texte, tranche, hasard) };
}

const LETTRES = [...'ABCDEFGHJLMNPRSTV'];

/** Initials alone: the person who signs is nobody. */
function declaration({ id, exercice, projet }: Tranche, recu: string): Record<string, Valeur> {
  const own = createHasard(`signature ${projet.organisme.id} ${exercice.id.slice(0, 3)}`);
  const fonction = own.choix(FONCTIONS);
  const feminin = /(rice|ente|able|ive|ée)( |$)/.test(fonction);
  const initials = [own.choix(LETTRES), own.choix(LETTRES)].map((l) => `${l}.`).join(' ');
  const days = createHasard(`date ${id}`).entier(0, 6);
  const jour = addDays(recu, -days);
  return {
    declarant: `${feminin ? 'Mme' : 'M.'} ${initials}`,
    fonction,
    date_declaration: daysBetween(exercice.fin, jour) > 0 ? jour : recu,
  };
}

/** All the answers of a report that came on that day. */
export function reponsesOf(
  tranche: Tranche,
  mots: MotsBilan,
  comptes: Comptes,
  { recu, roues }: { readonly recu: string; readonly roues: Roues },
): Reponses {
  return {
    champs: {
      ...mots.champs,
      depense: BigInt(comptes.paye),
      solde_debut: BigInt(comptes.soldeDebut),
      ...explication(tranche, comptes, roues),
      ...declaration(tranche, recu),
    },
    tableaux: {
      activites: mots.activites,
      indicateurs: mots.indicateurs,
      depenses: depenseRows(comptes),
      financement: financementRows(tranche, comptes),
    },
  };
}
