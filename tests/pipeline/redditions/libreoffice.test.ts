/** Forms filled in, changed and saved by LibreOffice, and read back without loss. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeBilan } from '../../../pipelines/forms/bilan/write';
import { writeBudget } from '../../../pipelines/forms/budget/write';
import { readFormulaire } from '../../../pipelines/forms/read';
import type { FormulaireLu, Reponses } from '../../../pipelines/forms/reponses';
import {
  bilanAnswers,
  budgetAnswers,
  demoDefinition,
  dossierOf,
  essential,
  toReponses,
} from '../../lib/formulaires';
import { convert, editWorkbook, hasLibreOffice } from '../../lib/office';
import { fillBilan, fillBudget } from '../../lib/remplissage';
import { convertDocument, editDocument, type WriterEdit } from '../../lib/writer';
import { tempFolder } from '../../lib/temp';

const definition = await demoDefinition();
const dossier = dossierOf(definition.version);
const VIDE: Reponses = { champs: {}, tableaux: {} };

function read(file: string): FormulaireLu {
  const found = readFormulaire(definition, dossier.fonds.nom, readFileSync(file));
  if (!found.ok) throw new Error(found.message);
  return found.lu;
}

async function blankBilan(folder: string): Promise<string> {
  const file = path.join(folder, 'vierge.docx');
  writeFileSync(file, await writeBilan(definition, dossier, VIDE));
  return file;
}

async function edited(edits: readonly WriterEdit[]): Promise<FormulaireLu> {
  const folder = tempFolder();
  const output = path.join(folder, 'rempli.docx');
  await editDocument(await blankBilan(folder), edits, output);
  return read(output);
}

/** One black pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

/** Every kind of answer: text, several lines, numbers, amounts, dates, boxes, choices, rows added. */
const COMPLET: Reponses = {
  champs: {
    participations: 1240,
    personnes: 86,
    personnes_pauvrete: 'non-compte',
    objectifs: ['soutien', 'participation'],
    partenaires: 4,
    partenaires_noms: 'Le Relais du Lac\nLa Maison de l’Aulne',
    ecarts: 'Deux ateliers remis à l’automne.\n\nLa salle était en travaux.',
    poursuite: false,
    depense: 1_234_550n,
    temoignage: 'J’ai appris à cuisiner « pour vrai ».',
    consentement: true,
    declarant: 'A. B.',
    fonction: 'Direction',
    date_declaration: '2026-05-11',
  },
  tableaux: {
    activites: [
      { activite: 'Cuisine collective', realisee: 'oui', commentaire: 'Chaque mardi\net le jeudi' },
      { activite: 'Sortie au marché', realisee: 'en-partie' },
      { activite: 'Visite de ferme', realisee: 'non', commentaire: 'Pluie' },
      { activite: 'Repas de quartier', realisee: 'oui' },
      { activite: 'Jardin', realisee: 'oui' },
      { activite: 'Ligne ajoutée', realisee: 'en-partie', commentaire: 'La sixième' },
    ],
    indicateurs: [{ indicateur: 'Repas servis', cible: 1200, realise: 1310 }],
  },
};

describe.skipIf(!hasLibreOffice)('the Word form in LibreOffice', () => {
  test('every kind of answer, a row added included, is read as it was given', async () => {
    const lu = await edited(fillBilan(definition, COMPLET));
    expect(lu.remarques).toEqual([]);
    expect(lu.references).toEqual([dossier.reference]);
    expect(toReponses(definition, lu)).toEqual(COMPLET);
  });

  test('answers drawn at random are read as they were given', async () => {
    for (const answers of fc.sample(bilanAnswers(definition), { numRuns: 1, seed: 3 })) {
      const lu = await edited(fillBilan(definition, answers));
      expect(lu.remarques).toEqual([]);
      expect(toReponses(definition, lu)).toEqual(essential(answers));
    }
  });

  test('a question that was moved, or typed again, still has its answer', async () => {
    const lu = await edited([
      { champ: 'F1', texte: '7' },
      { champ: 'F1', deplacerRangee: 1 },
      { champ: 'C1', devant: '40' },
    ]);
    expect(lu.reponses.find((r) => r.question === 'partenaires')?.valeur).toBe(7);
    expect(lu.remarques.filter((r) => r.regle !== 'reponse-hors-case')).toEqual([]);
  });

  test('what is odd is told at its question, and nothing is lost', async () => {
    const image = path.join(tempFolder(), 'photo.png');
    writeFileSync(image, PNG);
    const lu = await edited([
      { champ: 'F1', colonne: 0, ajouter: ' Nous en avons cinq' },
      { champ: 'F3', apresTableau: 'Elles ont choisi les activités.' },
      { champ: 'C2', devant: 'quarante' },
      { champ: 'G4', image },
      { champ: 'G3', texte: 'Nous avons appris.' },
      { suivi: true },
      { champ: 'G3', ajouter: ' Beaucoup.' },
      { champ: 'G2', supprimerRangee: true },
    ]);
    const told = lu.remarques.map((r) => [r.regle, r.cellule, r.valeur ?? null]);
    expect(told).toContainEqual(['reponse-hors-case', 'F1', 'Nous en avons cinq']);
    expect(told).toContainEqual(['reponse-hors-case', 'F3', 'Elles ont choisi les activités.']);
    expect(told).toContainEqual(['reponse-en-lettres', 'C2', expect.stringContaining('quarante')]);
    expect(told.map(([regle, code]) => `${regle} ${code}`)).toEqual(
      expect.arrayContaining(['reponse-image G4', 'reponse-suivi G3', 'reponse-suivi G2']),
    );
    const said = lu.reponses.find((r) => r.question === 'apprentissages')?.valeur;
    expect(said).toBe('Nous avons appris. Beaucoup.');
  });

  test.each(['doc', 'odt', 'pdf'] as const)(
    'saved as .%s it is refused by its content',
    async (format) => {
      const folder = tempFolder();
      const other = await convertDocument(await blankBilan(folder), format, folder);
      const renamed = path.join(folder, 'bilan.docx');
      writeFileSync(renamed, readFileSync(other));
      const found = readFormulaire(definition, dossier.fonds.nom, readFileSync(renamed));
      expect(found).toMatchObject({ ok: false, regle: 'reddition-autre-format' });
      if (!found.ok) expect(found.message).toMatch(/Word \(\.docx\).*Excel \(\.xlsx\)/);
    },
  );
});

describe.skipIf(!hasLibreOffice)('the budget in LibreOffice', () => {
  const blank = (folder: string) => {
    const file = path.join(folder, 'vierge.xlsx');
    writeFileSync(file, writeBudget(definition, dossier, VIDE));
    return file;
  };

  async function filled(answers: Reponses): Promise<FormulaireLu> {
    const folder = tempFolder();
    const output = path.join(folder, 'rempli.xlsx');
    await editWorkbook(blank(folder), fillBudget(definition, answers), output);
    return read(output);
  }

  test('amounts as people type them, lines inserted included, are read with the totals computed', async () => {
    const depenses = Array.from({ length: 17 }, (_, i) => ({
      poste: i === 3 ? 'administration' : 'materiel',
      description: `Achat ${i + 1}`,
      reel: BigInt(100_00 + i),
      paye: BigInt(50_00 + i),
    }));
    const answers: Reponses = {
      champs: { solde_debut: 12_34n, explication_solde: 'Reporté.' },
      tableaux: { depenses, financement: [{ source: 'fonds', recu: 2_000_00n }] },
    };
    const lu = await filled(answers);
    expect(lu.remarques).toEqual([]);
    expect(toReponses(definition, lu)).toEqual(answers);
    const [reel, paye] = (['reel', 'paye'] as const).map((id) =>
      depenses.reduce((a, l) => a + l[id], 0n),
    );
    const computed = Object.fromEntries(lu.calcules.map((c) => [c.id, c.cents]));
    expect(computed).toMatchObject({
      total_depenses: reel,
      total_paye: paye,
      recu_fonds: 2_000_00n,
      solde_fin: 12_34n + 2_000_00n - (paye ?? 0n),
      'depenses.paye': paye,
    });
  });

  test('answers drawn at random are read as they were given', async () => {
    const [answers = VIDE] = fc.sample(budgetAnswers(definition), { numRuns: 1, seed: 5 });
    const lu = await filled(answers);
    expect(lu.remarques).toEqual([]);
    expect(toReponses(definition, lu)).toEqual(essential(answers));
  });

  test('saved as .ods it is refused by its content', async () => {
    const folder = tempFolder();
    const found = readFormulaire(
      definition,
      dossier.fonds.nom,
      readFileSync(await convert(blank(folder), 'ods', folder)),
    );
    expect(found).toMatchObject({ ok: false, regle: 'reddition-autre-format' });
  });
});
