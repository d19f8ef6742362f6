import { type Catalogue, ENSEMBLE, namesOf } from '../../lib/catalogue';
import type { Journal } from '../../lib/constats';
import { dollars } from '../../lib/dollars';
import type { Fonds } from '../../lib/fonds';
import type { Fait } from '../link/faits';
import type { Linked } from '../link/index';
import { bucketsOf } from '../link/soldes';
import { placeIn } from '../read/table';

const sum = (list: readonly { readonly cents: bigint }[]) => list.reduce((a, b) => a + b.cents, 0n);

const at = (fait: Fait) => placeIn(fait.row.row, 'montant');

/** Balances of the next call that together cover the same buckets, if one does. */
function nextSoldes(solde: Fait, all: readonly Fait[], buckets: readonly string[]): Fait[] {
  const later = all.filter(
    (s) => (s.date ?? '') > (solde.date ?? '') && s.cycleId === solde.cycleId,
  );
  for (const appel of [...new Set(later.map((s) => s.evenement))]) {
    const parts = later.filter(
      (s) => s.evenement === appel && s.territoires.every((t) => buckets.includes(t)),
    );
    if (new Set(parts.flatMap((s) => s.territoires)).size === buckets.length) return parts;
  }
  return [];
}

/** What a call had, less what was granted since, should be what the next one has. */
function checkSuccession(catalogue: Catalogue, linked: Linked, journal: Journal): void {
  const available = linked.soldes
    .filter((s) => s.nature === 'disponible')
    .sort((a, b) => (a.date ?? '').localeCompare(b.date ?? ''));
  for (const solde of available) {
    const buckets = bucketsOf(catalogue, solde.territoires);
    const next = nextSoldes(solde, available, buckets);
    const [first] = next;
    if (!first) continue;
    const granted = linked.octrois.filter(
      (o) =>
        buckets.includes(o.territoireId) &&
        o.dateAnnonce > (solde.date ?? '') &&
        o.dateAnnonce <= (first.date ?? ''),
    );
    const expected = solde.cents - sum(granted);
    const gap = sum(next) - expected;
    if (gap === 0n) continue;
    journal.add({
      regle: 'solde-inexplique',
      ...at(first),
      message: `${namesOf(catalogue, buckets).join(' et ')} : ${dollars(sum(next))} disponibles, alors que le solde précédent (${dollars(solde.cents)}) moins les octrois connus (${dollars(sum(granted))}) donne ${dollars(expected)} ; ${dollars(gap)} ${gap > 0n ? 'ont été ajoutés ou retournés' : 'ont été retirés ou engagés'} sans qu'une source le dise`,
    });
  }
}

/** What the first known balances leave of the envelope was already committed, by whom no source says. */
function checkEarlierCommitments(
  fonds: Fonds,
  catalogue: Catalogue,
  linked: Linked,
  journal: Journal,
): void {
  const counted = new Set(fonds.bailleurs.filter((b) => b.compte).map((b) => b.id));
  const buckets = bucketsOf(catalogue, [ENSEMBLE]);
  for (const { id } of fonds.cycles) {
    const envelope = linked.faits.faits.filter(
      (f) => f.nature === 'enveloppe' && f.cycleId === id && counted.has(f.bailleurs.join()),
    );
    const covered = new Set<string>();
    const firsts = linked.soldes
      .filter((s) => s.cycleId === id && s.nature === 'disponible')
      .sort((a, b) => (a.date ?? '').localeCompare(b.date ?? ''))
      .filter((s) => {
        const own = bucketsOf(catalogue, s.territoires);
        if (own.some((t) => covered.has(t))) return false;
        own.forEach((t) => covered.add(t));
        return true;
      });
    const [first] = firsts;
    const last =
      firsts
        .map((s) => s.date ?? '')
        .sort()
        .at(-1) ?? '';
    const before = linked.octrois.filter((o) => o.cycleId === id && o.dateAnnonce <= last);
    const gap = sum(envelope) - sum(firsts) - sum(before);
    if (!first || covered.size < buckets.length || gap <= 0n) continue;
    journal.add({
      regle: 'engagement-anterieur',
      ...at(first),
      message: `cycle ${id} : l'enveloppe (${dollars(sum(envelope))}) moins les premiers soldes connus (${dollars(sum(firsts))}) laisse ${dollars(gap)} déjà engagés ou réservés, sans octroi publié`,
    });
  }
}

/** A bucket with both a printed grant and balances: says how far the two ways of knowing it stand apart. */
function compareDerivations(fonds: Fonds, linked: Linked, journal: Journal): void {
  for (const rule of fonds.derivations)
    for (const fait of linked.faits.faits) {
      const [territoire = ENSEMBLE] = fait.territoires;
      if (fait.nature !== 'accorde' || fait.evenement !== rule.annonce || territoire === ENSEMBLE)
        continue;
      const find = (nature: string, appel: string) =>
        linked.soldes.find(
          (s) =>
            s.nature === nature && s.evenement === appel && s.territoires.join() === territoire,
        );
      const [before, after] = [find('disponible', rule.disponible), find('restant', rule.restant)];
      if (!before || !after || before.cents - after.cents === fait.cents) continue;
      journal.add({
        regle: 'derivation-comparee',
        ...at(fait),
        message: `la source imprime ${dollars(fait.cents)} ; la somme disponible moins la somme restante donne ${dollars(before.cents - after.cents)} : le montant imprimé est gardé`,
      });
    }
}

export function checkSoldes(
  fonds: Fonds,
  catalogue: Catalogue,
  linked: Linked,
  journal: Journal,
): void {
  checkSuccession(catalogue, linked, journal);
  checkEarlierCommitments(fonds, catalogue, linked, journal);
  compareDerivations(fonds, linked, journal);
}
