/** A question added to `reddition.yaml`, and no line of code: it is in the form, the data and the dictionary. */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { writeBilan } from '../../../pipelines/forms/bilan/write';
import { readDefinition } from '../../../pipelines/forms/definition';
import { toDossier } from '../../../pipelines/forms/dossiers';
import { readDocument } from '../../../pipelines/lib/docx/read';
import { textOf } from '../../../pipelines/lib/docx/document';
import { SILENCE } from '../../../pipelines/lib/progress';
import { readRedditions } from '../../../pipelines/lib/redditions';
import { run } from '../../../pipelines/run';
import { luOf, recuOf } from '../../../pipelines/steps/redditions/reddition';
import { openNodeEngine } from '../../../src/lib/data/node-engine';
import { composeResultats } from '../../../src/lib/views/resultats';
import { toReponses } from '../../lib/formulaires';
import { openPublication } from '../lib/sql';
import { tempFolder } from '../../lib/temp';

const EXERCICE = '2023-2024';
const QUESTION = `        - code: F9
          id: benevoles
          libelle: Heures de bénévolat
          definition: Heures données au projet par des bénévoles pendant l’exercice.
          type: nombre
`;
const AVANT = '    - titre: Écarts et suite\n';

let root: string;
let form: Uint8Array;

/** A copy of the demonstration whose form asks one more thing, answered by the six reports that it has. */
beforeAll(async () => {
  root = tempFolder();
  const data = path.join(root, 'data/demo');
  cpSync('data/demo', data, { recursive: true });
  const yaml = path.join(data, 'formulaires/reddition.yaml');
  const before = readFileSync(yaml, 'utf8');
  writeFileSync(yaml, before.replace(AVANT, QUESTION + AVANT));
  // Nothing is sealed without them.
  rmSync(path.join(data, 'prive/cles'), { recursive: true });
  // No other report was received: there is less to read, and to hide.
  const received = path.join(data, 'prive/redditions');
  const forms = readdirSync(path.join(received, EXERCICE)).filter((nom) => /P19-.*docx$/.test(nom));
  rmSync(received, { recursive: true });
  for (const form of forms.slice(0, 6)) {
    const file = path.join('prive/redditions', EXERCICE, form);
    cpSync(path.join('data/demo', file), path.join(data, file));
  }
  const definition = (await readDefinition(data))!;
  const { redditions } = await readRedditions(root, 'demo', null, SILENCE);
  const six = redditions.liste.filter((r) => luOf(r, 'bilan') !== null);
  expect(six).toHaveLength(6);
  for (const [i, reddition] of six.entries()) {
    const { champs, tableaux } = toReponses(definition, luOf(reddition, 'bilan')!);
    form = await writeBilan(definition, toDossier(redditions.scene, reddition), {
      champs: { ...champs, benevoles: 10 + i },
      tableaux,
    });
    const { chemin } = recuOf(reddition, 'bilan')!.fichier;
    writeFileSync(path.join(data, chemin), form);
  }
  const { ok } = await run({
    racine: root,
    fonds: 'demo',
    output: { write: () => undefined, isTTY: false },
  });
  expect(ok).toBe(true);
});

const folder = () => path.join(root, 'static/donnees/demo/public');

test('it is in the form, with its code', () => {
  const found = readDocument(form);
  if (!found.ok) throw new Error(found.message);
  expect(textOf(found.document.corps)).toContain('Heures de bénévolat [F9]');
});

test('its answers are in the product, as a total of the fund', async () => {
  const db = await openPublication(folder(), ['questions', 'totaux_reponses']);
  const rows = await db.rows(
    `SELECT t.*, q.libelle, q.code FROM totaux_reponses t JOIN questions q USING (question_id)
     WHERE question_id = 'benevoles'`,
  );
  expect(rows).toMatchObject([
    {
      code: 'F9',
      libelle: 'Heures de bénévolat',
      exercice_id: EXERCICE,
      nombre_redditions: null,
      total_nombre: '75',
    },
  ]);
  db.close();
});

test('the data dictionary defines it', () => {
  const text = readFileSync(path.join(folder(), 'datapackage.json'), 'utf8');
  const { resources } = JSON.parse(text) as {
    resources: {
      name: string;
      schema: { fields: { name: string; categories?: { value: string; label: string }[] }[] };
    }[];
  };
  const totals = resources.find((r) => r.name === 'totaux_reponses');
  const field = totals?.schema.fields.find((f) => f.name === 'question_id');
  expect(field?.categories?.find((c) => c.value === 'benevoles')?.label).toBe(
    'F9 Heures de bénévolat : Heures données au projet par des bénévoles pendant l’exercice.',
  );
});

test('the page of results shows it, with what it means', async () => {
  const engine = await openNodeEngine(folder());
  const { autres } = await composeResultats(engine);
  await engine.close();
  const figure = autres.find((f) =>
    `${f.titre} ${f.table.legende}`.includes('Heures de bénévolat'),
  );
  expect(figure?.definition).toContain(
    'Heures données au projet par des bénévoles pendant l’exercice.',
  );
  expect(JSON.stringify(figure?.table.lignes)).toContain('75');
});
