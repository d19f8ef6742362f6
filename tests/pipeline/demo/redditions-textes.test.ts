/** What the reports of the demonstration say reads as if people had written it. */
import { describe, expect, test } from 'vitest';
import { ORGANISMES } from '../../../pipelines/demo/organismes';
import { cheminOf } from '../../../pipelines/demo/redditions/copie';
import { NON_COMPTE } from '../../../pipelines/forms/reponses';
import { fichiers, lus, modele, plan } from './redditions';

const bilans = lus
  .filter(({ copie }) => copie.partie === 'bilan')
  .map(({ copie }) => copie)
  .sort((a, b) => (a.tranche.exercice.id < b.tranche.exercice.id ? -1 : 1));

const said = (champ: string) =>
  bilans.map(({ tranche, reponses }) => ({
    exercice: tranche.exercice.id,
    texte: String(reponses.champs[champ] ?? ''),
  }));

describe('words', () => {
  test.each(['ecarts', 'difficultes', 'apprentissages', 'suite', 'temoignage'])(
    'ten forms read in a row do not repeat their %s',
    (champ) => {
      const all = said(champ);
      all.forEach(({ exercice, texte }, i) => {
        const next = all.slice(i + 1, i + 10).filter((o) => o.exercice === exercice);
        if (texte !== '') expect(next.map((o) => o.texte)).not.toContain(texte);
      });
      expect(new Set(all.map((o) => o.texte)).size).toBeGreaterThan(70);
    },
  );

  test('no blank of a sentence is left', () => {
    const texts = bilans.map(({ reponses }) =>
      JSON.stringify(reponses, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v)),
    );
    expect(texts.filter((t) => /\{[a-z]+\}|undefined| {2}|de [AEIOUÉ]/.test(t))).toEqual([]);
  });

  test('partners are organisations of the fund, and never the one that reports', () => {
    const noms = new Set(ORGANISMES.map((o) => o.nom));
    for (const { tranche, reponses } of bilans) {
      const { partenaires, partenaires_noms: liste } = reponses.champs;
      if (liste === undefined) continue;
      const named = String(liste)
        .replace(/ \(pour les joindre.*\)/, '')
        .split(/ ; |\n/);
      expect(noms, tranche.id).toEqual(new Set([...noms, ...named]));
      expect(named).not.toContain(tranche.projet.organisme.nom);
      if (typeof partenaires === 'number') expect(partenaires).toBeGreaterThanOrEqual(named.length);
    }
  });

  test('who signs is initials alone, after the exercice and before the file came', () => {
    for (const { tranche, reponses, recu } of bilans) {
      const { declarant, date_declaration: jour } = reponses.champs;
      if (declarant === undefined) continue;
      expect(declarant).toMatch(/^(M|Mme)\.? [A-Z]\. [A-Z]\.$/);
      expect(String(jour) > tranche.exercice.fin).toBe(true);
      if (recu !== null) expect(String(jour) <= recu, tranche.id).toBe(true);
    }
  });
});

describe('numbers', () => {
  const FAUTIVES: readonly unknown[] = ['P19-094/2023-2024', 'P19-095/2023-2024'];

  test('participations are people at least, and people are each of their groups at least', () => {
    let uncounted = 0;
    for (const { tranche, reponses } of bilans.filter((c) => !FAUTIVES.includes(c.tranche.id))) {
      const { champs } = reponses;
      const personnes = champs['personnes'] as number;
      const groups = ['personnes_pauvrete', 'enfants', 'jeunes', 'adultes', 'aines', 'familles'];
      for (const id of [...groups, 'immigrantes', 'premieres_nations']) {
        if (champs[id] === NON_COMPTE) uncounted++;
        if (typeof champs[id] === 'number') expect(champs[id]).toBeLessThanOrEqual(personnes);
      }
      const venues = champs['participations'];
      if (typeof venues === 'number') expect(venues, tranche.id).toBeGreaterThanOrEqual(personnes);
    }
    expect(uncounted).toBeGreaterThan(200);
  });

  test('results add up around their aims: most near, some above, some well below', () => {
    const ended = plan.suites.filter((s) => s.projet.fin < '2024-04-01' && !s.retenu);
    const ratios = ended.flatMap(({ projet, tranches }) => {
      const own = lus.filter(
        (f) => f.copie.partie === 'bilan' && f.copie.tranche.projet.id === projet.id,
      );
      if (own.length < tranches.length || own.some((f) => f.faute)) return [];
      return modele.indicateurs
        .filter((i) => i.projet.id === projet.id)
        .map(({ valeur }, rank) => {
          const done = own.map(({ copie }) =>
            Number(copie.reponses.tableaux['indicateurs']?.[rank]?.['realise']),
          );
          return done.reduce((a, b) => a + b, 0) / valeur;
        });
    });
    const share = (from: number, to: number) =>
      ratios.filter((r) => r >= from && r < to).length / ratios.length;
    expect(ratios.length).toBeGreaterThan(150);
    expect(share(0.85, 1.15)).toBeGreaterThan(0.5);
    expect(share(1.15, 2)).toBeGreaterThan(0.1);
    expect(share(0, 0.75)).toBeGreaterThan(0.1);
  });
});

test('files are named in many ways, in letters that every system takes', () => {
  const noms = fichiers.map(({ copie }) => cheminOf(copie));
  expect(new Set(noms.map((n) => n.toLowerCase())).size).toBe(noms.length);
  for (const nom of noms)
    expect(nom).toMatch(/^prive\/redditions\/\d{4}-\d{4}\/[\w ()-]{5,90}\.(docx|xlsx|pdf)$/);
  const shapes = noms.map((n) => n.replace(/P\d\d-\d{3}|\d{4}-\d{4}/g, '#').replace(/^.*\//, ''));
  expect(new Set(shapes).size).toBeGreaterThan(150);
});
