/** Envelopes and their moves, and money received against money granted and paid. */
import { dollars } from '../../../lib/dollars';
import { namesOf } from '../../../lib/catalogue';
import { groupBy } from '../../../lib/group';
import { cents, sumCents, texte } from '../../../lib/registre';
import type { Ligne } from '../../harmonise/registre';
import { type Contexte, cycleOf, eachRow, type Found, found, type Verification } from './contexte';
import { runningByDay } from './montants';

const keyOf = (ligne: Ligne, ...champs: string[]) => champs.map((c) => texte(ligne, c)).join('\t');

const signs: Verification = ({ registre }) =>
  eachRow('mouvement-signe', registre.feuilles.enveloppes, 'montant', (l) => {
    const [mouvement, montant] = [texte(l, 'mouvement'), cents(l, 'montant')];
    if (montant === 0n)
      return 'ce mouvement est de 0 $ : écrivez son montant, ou supprimez la ligne';
    if (mouvement === 'retour' && montant > 0n)
      return 'un retour retire de l’argent à l’enveloppe : écrivez-le en négatif';
    if ((mouvement === 'initiale' || mouvement === 'ajout') && montant < 0n)
      return 'une enveloppe initiale et un ajout sont positifs : corrigez le signe, ou la sorte de mouvement';
    return null;
  });

const transfers: Verification = ({ registre }) => {
  const moves = registre.feuilles.enveloppes.filter((l) => texte(l, 'mouvement') === 'virement');
  const groups = groupBy(moves, (l) => keyOf(l, 'cycle', 'bailleur', 'date_effet'));
  return [...groups.values()].flatMap((own) => {
    const total = sumCents(own, 'montant');
    const [first] = own;
    if (total === 0n || !first) return [];
    const message = `les virements du ${texte(first, 'date_effet')} font ${dollars(total)}, et non 0 $ : ajoutez la ligne qui manque, ou corrigez le montant`;
    return [found('virement-desequilibre', first, 'montant', message)];
  });
};

const twoInitials: Verification = ({ registre }) => {
  const all = registre.feuilles.enveloppes.filter((l) => texte(l, 'mouvement') === 'initiale');
  const groups = groupBy(all, (l) => keyOf(l, 'cycle', 'bailleur', 'territoire'));
  return [...groups.values()].flatMap(([, ...others]) =>
    others.map((l) =>
      found(
        'enveloppe-initiale-double',
        l,
        'mouvement',
        'ce territoire a déjà une enveloppe initiale pour ce cycle : si c’est un ajout, écrivez « Ajout » ; sinon, gardez une seule ligne',
      ),
    ),
  );
};

const byBucket = (lignes: readonly Ligne[]) =>
  groupBy(lignes, (l) => keyOf(l, 'cycle', 'bailleur', 'territoire'));

const negative: Verification = ({ registre }) =>
  [...byBucket(registre.feuilles.enveloppes).values()].flatMap((own) => {
    const below = runningByDay(own, 'date_effet', 'montant').find((d) => d.total < 0n);
    if (!below) return [];
    const message = `au ${below.jour}, l’enveloppe de ce territoire est de ${dollars(below.total)} : corrigez le mouvement, ou sa date`;
    return [found('enveloppe-negative', below.ligne, 'montant', message)];
  });

const until = (lignes: readonly Ligne[], champ: string, jour: string) =>
  lignes.filter((l) => (texte(l, champ) ?? '') <= jour);

/** Grants of each cycle, funder and bucket. */
function grantsByBucket({ registre }: Contexte) {
  return groupBy(registre.feuilles.octrois, (l) => {
    const projet = registre.projetOf(l);
    return projet
      ? [texte(projet, 'cycle'), texte(l, 'bailleur'), texte(projet, 'territoire')].join('\t')
      : null;
  });
}

const overBucket: Verification = (contexte) => {
  const { fonds, registre, catalogue } = contexte;
  const counted = new Set(fonds.bailleurs.filter((b) => b.compte).map((b) => b.id));
  const moves = byBucket(registre.feuilles.enveloppes);
  return [...grantsByBucket(contexte)].flatMap(([key, own]): Found[] => {
    const [, bailleur = '', territoire = ''] = key.split('\t');
    if (!counted.has(bailleur)) return [];
    const envelope = (jour: string) =>
      sumCents(until(moves.get(key) ?? [], 'date_effet', jour), 'montant');
    const over = runningByDay(own, 'date_decision', 'montant_accorde').find(
      (d) => d.total > envelope(d.jour),
    );
    if (!over) return [];
    const [nom = territoire] = namesOf(catalogue, [territoire]);
    const message = `${nom} : au ${over.jour}, ${dollars(over.total)} accordés pour une enveloppe de ${dollars(envelope(over.jour))} : ajoutez le virement qui manque, ou corrigez le territoire du projet`;
    return [found('enveloppe-territoire-depassee', over.ligne, 'montant_accorde', message)];
  });
};

const SENS: Readonly<Record<string, bigint>> = { recu: 1n, frais: -1n, retour: -1n };

/** Received, less costs and returns. */
const netOf = (apports: readonly Ligne[]) =>
  apports.reduce((a, l) => a + cents(l, 'montant') * (SENS[texte(l, 'nature') ?? ''] ?? 0n), 0n);

const cycleBailleur = (l: Ligne) => keyOf(l, 'cycle', 'bailleur');

/** Rows that hang on a project, by its cycle and their own funder. */
const ofProjects = ({ registre }: Contexte, lignes: readonly Ligne[]) =>
  groupBy(lignes, (l) => {
    const projet = registre.projetOf(l);
    return projet ? [texte(projet, 'cycle'), texte(l, 'bailleur')].join('\t') : null;
  });

const paidFromNothing: Verification = (contexte) => {
  const { apports, versements } = contexte.registre.feuilles;
  const received = groupBy(apports, cycleBailleur);
  return [...ofProjects(contexte, versements)].flatMap(([key, own]): Found[] => {
    const net = (jour: string) => netOf(until(received.get(key) ?? [], 'date', jour));
    const over = runningByDay(own, 'date_versement', 'montant_verse').find(
      (d) => d.total > net(d.jour),
    );
    if (!over) return [];
    const message = `au ${over.jour}, ${dollars(over.total)} versés alors que ${dollars(net(over.jour))} étaient reçus de ce bailleur, frais et retours déduits : ajoutez la somme reçue qui manque, ou vérifiez les dates`;
    return [found('verse-superieur-recu', over.ligne, 'montant_verse', message)];
  });
};

const grantedFromNothing: Verification = (contexte) => {
  const { fonds, registre } = contexte;
  const received = groupBy(registre.feuilles.apports, cycleBailleur);
  return [...ofProjects(contexte, registre.feuilles.octrois)].flatMap(([key, own]): Found[] => {
    const [cycle] = key.split('\t');
    const last = own[own.length - 1];
    const ended = fonds.cycles.some((c) => c.id === cycle && c.fin < fonds.date_donnees);
    const [granted, net] = [sumCents(own, 'montant_accorde'), netOf(received.get(key) ?? [])];
    if (!ended || !last || granted <= net) return [];
    const message = `le cycle ${cycle} est terminé : ${dollars(granted)} accordés pour ${dollars(net)} reçus de ce bailleur, frais et retours déduits : ajoutez les sommes reçues ou les amendements qui manquent`;
    return [found('accorde-superieur-recu', last, 'montant_accorde', message)];
  });
};

const receivedTooMuch: Verification = (contexte) => {
  const { apports, enveloppes } = contexte.registre.feuilles;
  const envelopes = groupBy(enveloppes, cycleBailleur);
  return [...groupBy(apports, cycleBailleur)].flatMap(([key, own]): Found[] => {
    const [total, limit] = [netOf(own), sumCents(envelopes.get(key) ?? [], 'montant')];
    const last = own.filter((l) => texte(l, 'nature') === 'recu').pop();
    if (total <= limit || !last || !cycleOf(contexte, last)) return [];
    const message = `${dollars(total)} reçus, frais et retours déduits, pour une enveloppe de ${dollars(limit)} : ajoutez le mouvement d’enveloppe qui manque, ou corrigez la somme reçue`;
    return [found('recu-superieur-enveloppe', last, 'montant', message)];
  });
};

export const enveloppes: readonly Verification[] = [
  signs,
  transfers,
  twoInitials,
  negative,
  overBucket,
  paidFromNothing,
  grantedFromNothing,
  receivedTooMuch,
];
