/** Forms filled in at random, and a small definition of every kind of question. */
import fc from 'fast-check';
import path from 'node:path';
import {
  champsOf,
  type Definition,
  feuilleOf,
  type FeuilleForm,
  readDefinition,
  tableauxOf,
} from '../../pipelines/forms/definition';
import {
  type Dossier,
  type FormulaireLu,
  type LigneRemplie,
  NON_COMPTE,
  type Reponses,
  type Valeur,
} from '../../pipelines/forms/reponses';

/** The form of the demonstration fund. */
export async function demoDefinition(): Promise<Definition> {
  const found = await readDefinition(path.join('data', 'demo'));
  if (found === null) throw new Error('the demonstration fund has no form');
  return found;
}

export const dossierOf = (version: string): Dossier => ({
  reference: { fonds: 'vallee', exercice: '2025-2026', projet: 'P-1', version },
  fonds: { nom: 'Fonds de la Vallée', fictif: false },
  exercice: { id: '2025-2026', debut: '2025-04-01', fin: '2026-03-31' },
  echeance: '2026-06-01',
  organisme: 'Le Relais',
  identite: {
    projet: 'P-1',
    titre: 'Cuisine partagée',
    organisme: 'Le Relais',
    exercice: '2025-2026',
    periode: 'Du 1er avril 2025 au 31 mars 2026',
    territoire: 'La Rive',
    priorites: 'Logement',
    accorde: '10 000,00 $',
    verse: '5 000,00 $, le 15 mai 2025',
  },
});

/** Text that a form gives back as it is: words, with lines, and no code of a question. */
const line = fc
  .array(
    fc.constantFrom(
      'été',
      'cœur',
      '50 %',
      'a & b',
      '<x>',
      '« dit-elle »',
      'l’aide',
      '☎',
      '1er',
      '=1+1',
      'Élise',
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((words) => words.join(' '));
const paragraph = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const nombre = fc.integer({ min: 0, max: 999_999_999 });
const cents = fc.bigInt({ min: 0n, max: 99_999_999_999n });
const jour = fc
  .integer({ min: 0, max: 30_000 })
  .map((n) => new Date(Date.UTC(1990, 0, 1 + n)).toISOString().slice(0, 10));

interface Asked {
  readonly type: string;
  readonly choix?: readonly { readonly id: string }[] | undefined;
}

export function valeurOf({ type, choix = [] }: Asked): fc.Arbitrary<Valeur> {
  const ids = choix.map((c) => c.id);
  if (type === 'nombre') return nombre;
  if (type === 'compte') return fc.oneof(nombre, fc.constant(NON_COMPTE));
  if (type === 'montant') return cents;
  if (type === 'date') return jour;
  if (type === 'oui-non') return fc.boolean();
  if (type === 'choix') return fc.constantFrom(...ids);
  if (type === 'cases') return fc.subarray(ids, { minLength: 1 });
  return type === 'paragraphe' ? paragraph : line;
}

const some = (
  asked: readonly (Asked & { readonly id: string })[],
): fc.Arbitrary<Record<string, Valeur>> =>
  fc.record(Object.fromEntries(asked.map((a) => [a.id, valeurOf(a)])), {
    requiredKeys: [],
  }) as fc.Arbitrary<Record<string, Valeur>>;

/** Rows with something in them, since an empty one is none. */
const rows = (columns: readonly (Asked & { readonly id: string })[], needed: readonly string[]) =>
  fc.array(
    some(columns).filter((row) => needed.some((id) => row[id] !== undefined)),
    { maxLength: 9 },
  );

/** Answers to the Word form. */
export function bilanAnswers(definition: Definition): fc.Arbitrary<Reponses> {
  const champs = champsOf(definition).filter(
    (c) => !c.prerempli && !definition.budget.sommaire.questions.includes(c),
  );
  return fc.record({
    champs: some(champs),
    tableaux: fc.record(
      Object.fromEntries(
        tableauxOf(definition).map((t) => [
          t.id,
          rows(
            t.colonnes,
            t.colonnes.map((c) => c.id),
          ),
        ]),
      ),
    ),
  });
}

const columnsOf = ({ categorie, choix, colonnes }: FeuilleForm) => [
  { id: categorie.id, type: 'choix', choix },
  ...colonnes,
];

/** Answers to the Excel budget. */
export function budgetAnswers(definition: Definition): fc.Arbitrary<Reponses> {
  const lines = (id: FeuilleForm['id']) => {
    const feuille = feuilleOf(definition, id);
    return rows(
      columnsOf(feuille),
      feuille.colonnes.map((c) => c.id),
    );
  };
  const debut = fc.record({ solde_debut: cents }, { requiredKeys: [] });
  return fc.record({
    champs: fc
      .tuple(debut, some(definition.budget.sommaire.questions))
      .map(([a, b]) => ({ ...a, ...b }) as Record<string, Valeur>),
    tableaux: fc.record({ depenses: lines('depenses'), financement: lines('financement') }),
  });
}

/** Answers read back, put as they were given; what the form says of itself is left out. */
export function toReponses(definition: Definition, { reponses }: FormulaireLu): Reponses {
  const own = new Set(
    champsOf(definition)
      .filter((c) => c.prerempli)
      .map((c) => c.id),
  );
  const champs: Record<string, Valeur> = {};
  const tableaux: Record<string, Record<string, Valeur>[]> = {};
  for (const { question, rang, valeur } of reponses.filter((r) => !own.has(r.question))) {
    const [table = '', colonne] = question.split('.');
    if (colonne === undefined) champs[question] = valeur;
    else ((tableaux[table] ??= [])[rang - 1] ??= {})[colonne] = valeur;
  }
  return { champs, tableaux };
}

/** As `toReponses` gives them: tables without a row are none. */
export const essential = ({ champs, tableaux }: Reponses): Reponses => ({
  champs,
  tableaux: Object.fromEntries(
    Object.entries(tableaux).filter(
      ([, list]: [string, readonly LigneRemplie[]]) => list.length > 0,
    ),
  ),
});
