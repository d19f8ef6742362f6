/** The reports of the demonstration read as their generator meant them: mistakes, states, money, answers. */
import { describe, expect, test } from 'vitest';
import { DATE_DONNEES } from '../../../pipelines/demo/cycles';
import type { Tranche } from '../../../pipelines/demo/redditions/attendues';
import { NON_COMPTE, type LigneRemplie } from '../../../pipelines/forms/reponses';
import { etatDe } from '../../../pipelines/steps/redditions/reddition';
import { BUDGETS, FORMULAIRES, REPONSES } from '../../../src/lib/domain/regles/redditions';
import { readList } from './lecture';
import { ACCEPTATIONS, planted, say } from './fautes';
import {
  attendues,
  dues,
  fichiers,
  type Fichier,
  lus,
  places,
  plan,
  runPipeline,
} from './redditions';

const { product, redditions, journal } = await runPipeline();
const found = journal.all.filter((c) => c.fichier.startsWith('prive/redditions/'));

describe('mistakes', () => {
  const key = ({ regle, lieu }: { readonly regle: string; readonly lieu: string }) =>
    `${regle} : ${lieu}`;

  test('each one planted is found in its place, and nothing else is', async () => {
    const places = found.map(({ regle, fichier, feuille, cellule }) =>
      key({ regle, lieu: say(fichier, feuille, cellule) }),
    );
    const left = [...places];
    const lines = planted.map((p) => {
      const at = left.indexOf(key(p));
      if (at >= 0) left.splice(at, 1);
      return `${p.regle.padEnd(34)} | ${at >= 0 ? 'trouvée' : 'NON'.padEnd(7)} | ${p.lieu}`;
    });
    const head = `${'Faute plantée'.padEnd(34)} | Trouvée | Où`;
    const table = [head, '-'.repeat(110), ...lines, ...left.map((p) => `NON PLANTÉE : ${p}`), ''];
    await expect(table.join('\n')).toMatchFileSnapshot('fautes.txt');
    expect(places.sort()).toEqual(planted.map(key).sort());
  });

  test('every rule that a form can break is broken, and no mistake stops the publication', () => {
    const rules = Object.keys({ ...FORMULAIRES, ...REPONSES, ...BUDGETS });
    const broken = [...new Set(planted.map((p) => p.regle))].sort();
    expect(broken).toEqual(rules.sort());
    expect(journal.blocking).toEqual([]);
  });

  test('they are told to the fund, and never to the public', () => {
    expect(product.constats_redditions.map((c) => c['regle'])).toEqual(found.map((c) => c.regle));
    const open = product.constats.filter((c) => String(c['fichier']).includes('redditions'));
    expect(open).toEqual([]);
  });

  test('a report holds one at most', () => {
    const own = plan.plantees.map(({ faute }) => faute.reddition);
    expect(new Set(own).size).toBe(own.length);
  });
});

/** First day of each part, null for one without a day; the key of what cannot be read is null. */
function daysOf(own: readonly Fichier[]): Map<string | null, string | null> {
  const days = new Map<string | null, string | null>();
  for (const { copie, faute, jour } of own) {
    const partie = faute?.effet === 'illisible' ? null : copie.partie;
    const before = days.get(partie);
    days.set(
      partie,
      before === undefined || jour === null || jour < (before ?? '') ? jour : before,
    );
  }
  return days;
}

function stateOf(tranche: Tranche, accepted: ReadonlySet<string>) {
  const own = places.filter((f) => f.copie.tranche.id === tranche.id);
  const days = daysOf(own);
  const unread = days.has(null);
  const whole = unread || (days.has('bilan') && days.has('budget'));
  const wants = fichiers.some(
    (f) => f.copie.tranche.id === tranche.id && f.faute?.effet === 'manque',
  );
  const came = [...days.values()];
  const late = (jour: string) => (jour > tranche.echeance ? 'en-retard' : 'a-temps');
  const etat =
    (accepted.has(tranche.id) && 'acceptee') ||
    (own.length === 0 && 'attendue') ||
    (unread && 'recue') ||
    ((!whole || wants) && 'incomplete') ||
    'complete';
  if (whole && came.includes(null)) return { etat, ponctualite: 'inconnue' };
  if (whole) return { etat, ponctualite: late(came.map(String).sort().at(-1) ?? '') };
  return { etat, ponctualite: tranche.echeance < DATE_DONNEES ? 'en-retard' : null };
}

describe('states', () => {
  const accepted = new Set(
    readList(ACCEPTATIONS).map((l) => `${l['projet'] ?? ''}/${l['exercice'] ?? ''}`),
  );

  test('each report awaited is in the state that its files and its dates give', () => {
    const told = redditions.liste.map((r) => {
      const { etat, ponctualite } = etatDe(r, redditions.au);
      return [r.id, { etat, ponctualite }];
    });
    const meant = attendues.map((t) => [t.id, stateOf(t, accepted)]);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(meant));
    expect(told).toHaveLength(349);
  });

  test('most of the past is accepted, and the last exercice has every state', () => {
    const counts: Record<string, Record<string, number>> = {};
    for (const tranche of attendues) {
      const own = (counts[tranche.exercice.id] ??= {});
      const { etat } = stateOf(tranche, accepted);
      own[etat] = (own[etat] ?? 0) + 1;
    }
    expect(counts).toEqual({
      '2019-2020': { acceptee: 45, complete: 1 },
      '2020-2021': { acceptee: 55, attendue: 1, complete: 2 },
      '2021-2022': { acceptee: 69, attendue: 1, complete: 2 },
      '2022-2023': { acceptee: 60, attendue: 3, complete: 1, incomplete: 5, recue: 1 },
      '2023-2024': { acceptee: 37, attendue: 1, complete: 1, incomplete: 1 },
      '2024-2025': { acceptee: 8, complete: 2 },
      '2025-2026': { acceptee: 8, attendue: 5, complete: 3, incomplete: 5, recue: 1 },
      '2026-2027': { attendue: 31 },
    });
  });

  test('one in ten is late, and the last report of those who were not paid never came', () => {
    const states = dues.map((t) => [t, stateOf(t, accepted)] as const);
    const came = states.filter(([, s]) => s.etat !== 'attendue' && s.etat !== 'incomplete');
    const late = came.filter(([, s]) => s.ponctualite === 'en-retard');
    expect(late.length / came.length).toBeGreaterThan(0.06);
    expect(late.length / came.length).toBeLessThan(0.14);
    const kept = plan.suites.filter((s) => s.retenu).map((s) => s.tranches.at(-1)?.id);
    expect(kept).toHaveLength(4);
    for (const id of kept) expect(states.find(([t]) => t.id === id)?.[1].etat).toBe('attendue');
  });
});

const sum = (values: readonly bigint[]) => values.reduce((a, b) => a + b, 0n);

describe('money', () => {
  /** What three reports say more, or less, than what is true. */
  const ECARTS: Readonly<Record<string, bigint>> = {
    'P19-049/2023-2024': 212_485n,
    'P19-110/2023-2024': -184_237n,
    'P19-111/2023-2024': -61_050n,
  };
  const budgets = new Set(
    lus
      .filter(({ copie, faute }) => copie.partie === 'budget' && faute?.regle !== 'reddition-vide')
      .map(({ copie }) => copie.tranche.id),
  );
  const paidIn = (id: string) => BigInt(plan.comptes.get(id)?.paye ?? 0) + (ECARTS[id] ?? 0n);

  test('what each project paid with the money of the fund is what was meant', () => {
    const read = new Map<string, bigint[]>();
    for (const row of product.depenses) {
      const projet = String(row['reddition_id']).slice(0, 7);
      const paye = row['montant_paye'];
      if (typeof paye === 'bigint') read.set(projet, [...(read.get(projet) ?? []), paye]);
    }
    const meant = plan.suites.flatMap(({ projet, tranches }): [string, bigint][] => {
      const own = tranches.filter((t) => budgets.has(t.id));
      return own.length === 0 ? [] : [[projet.id, sum(own.map((t) => paidIn(t.id)))]];
    });
    expect(new Map([...read].map(([id, own]) => [id, sum(own)]))).toEqual(new Map(meant));
    expect(meant.length).toBeGreaterThan(130);
  });

  test('each report agrees with what was granted, paid and spent', () => {
    const versements = new Map(plan.suites.flatMap((s) => s.tranches.map((t) => [t.id, t])));
    for (const row of product.rapprochements) {
      const id = String(row['reddition_id']);
      const tranche = versements.get(id)!;
      const inYear = BigInt(tranche.versements.reduce((a, v) => a + v.cents, 0));
      expect(row, id).toMatchObject({
        montant_accorde: BigInt(tranche.accorde),
        montant_verse: BigInt(tranche.verseAvant) + inYear,
        montant_verse_exercice: inYear,
        montant_depense_budget: budgets.has(id) ? paidIn(id) : null,
      });
    }
    const came = new Set(places.map((f) => f.copie.tranche.id));
    expect(product.rapprochements).toHaveLength(came.size);
  });

  test('nobody spends before being paid, nor anything but what was granted in the end', () => {
    for (const { total, tranches } of plan.suites) {
      let spent = 0;
      for (const tranche of tranches) {
        const { paye, soldeDebut, soldeFin, lignes } = plan.comptes.get(tranche.id)!;
        const paid = tranche.verseAvant + tranche.versements.reduce((a, v) => a + v.cents, 0);
        expect(soldeDebut, tranche.id).toBe(tranche.verseAvant - spent);
        spent += paye;
        expect(soldeFin, tranche.id).toBe(paid - spent);
        expect(
          lignes.reduce((a, l) => a + (l.paye ?? 0), 0),
          tranche.id,
        ).toBe(paye);
        if (!tranche.derniere) expect(spent, tranche.id).toBeLessThanOrEqual(paid);
        const administration = lignes.filter((l) => l.poste === 'administration');
        const share = administration.reduce((a, l) => a + (l.paye ?? 0), 0) / paye;
        expect(share, tranche.id).toBeLessThan(0.145);
      }
      expect(spent).toBe(total);
    }
  });

  test('the sources of a project pay for what the fund does not', () => {
    for (const [id, { lignes, apports, paye }] of plan.comptes) {
      const whole = lignes.reduce((a, l) => a + l.reel, 0);
      expect(
        apports.reduce((a, s) => a + s.recu, paye),
        id,
      ).toBe(whole);
    }
  });
});

describe('answers', () => {
  const bilans = lus.filter(({ copie }) => copie.partie === 'bilan');
  const rowsOf = (table: readonly Record<string, unknown>[], id: string) =>
    table.filter((r) => r['reddition_id'] === id);

  test('people are counted as they were, or not counted', () => {
    for (const { copie, faute } of bilans) {
      if (faute?.regle === 'reponse-illisible') continue;
      const { champs } = copie.reponses;
      const counts = definitionCounts.filter((id) => champs[id] !== undefined);
      const meant = counts.map((id) => [id, champs[id] === NON_COMPTE ? null : champs[id]]);
      const read = rowsOf(product.reddition_personnes, copie.tranche.id);
      expect(read.map((r) => [r['question_id'], r['nombre']])).toEqual(meant);
    }
    expect(bilans.length).toBeGreaterThan(290);
  });

  const definitionCounts = [
    ...['participations', 'personnes', 'personnes_pauvrete', 'enfants', 'jeunes'],
    ...['adultes', 'aines', 'familles', 'immigrantes', 'premieres_nations'],
  ];

  test('activities, results and words are those that were written', () => {
    const said = (l: LigneRemplie, champ: string) => l[champ] ?? null;
    for (const { copie, faute } of bilans) {
      const { id } = copie.tranche;
      const { champs, tableaux } = copie.reponses;
      const activites = rowsOf(product.reddition_activites, id);
      expect(activites.map((r) => [r['activite'], r['realisee'], r['commentaire']])).toEqual(
        tableaux['activites']?.map((l) =>
          ['activite', 'realisee', 'commentaire'].map((c) => said(l, c)),
        ),
      );
      const resultats = rowsOf(product.resultats, id).map((r) => r['realise']);
      expect(resultats).toEqual(tableaux['indicateurs']?.map((l) => l['realise']));
      if (faute?.regle === 'reponse-suivi') continue;
      const notes = rowsOf(product.reddition_notes, id);
      const suite = notes.find((n) => n['question_id'] === 'suite');
      expect(suite?.['valeur_texte'], id).toBe(champs['suite']);
    }
  });

  test('testimonies are kept with consent alone, and when they name nobody', () => {
    const meant = bilans.filter(
      ({ copie: { reponses } }) => reponses.champs['temoignage'] && reponses.champs['consentement'],
    );
    const [hidden, kept] = [true, false].map((named) =>
      product.citations.filter((c) => String(c['temoignage']).startsWith('Texte retenu') === named),
    );
    expect(hidden!.map((c) => [c['reddition_id'], c['publie']])).toEqual([
      ['P24-015/2025-2026', false],
    ]);
    expect(kept!.map((c) => [c['reddition_id'], c['temoignage'], c['publie']]).sort()).toEqual(
      meant
        .map(({ copie }) => [copie.tranche.id, copie.reponses.champs['temoignage'], true])
        .filter(([id]) => id !== 'P24-015/2025-2026')
        .sort(),
    );
    expect(meant.length / bilans.length).toBeGreaterThan(0.25);
    expect(meant.length / bilans.length).toBeLessThan(0.4);
  });
});
