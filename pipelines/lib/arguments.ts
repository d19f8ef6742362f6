/** Arguments of the command line: the fund asked for, checked against those that exist. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Edition, EDITIONS } from '../../src/lib/domain/column';
import { parseDate } from '../../src/lib/domain/exercice';

export interface Arguments {
  readonly fonds: string;
  /** ISO day. */
  readonly au: string | undefined;
  /** As `2025-2026`. */
  readonly exercice: string | undefined;
  /** Id of a territory, as the site has it. */
  readonly territoire: string | undefined;
  /** As `conseil`. */
  readonly edition: Edition | undefined;
  /** Folder to read from. */
  readonly de: string | undefined;
}

function listFonds(racine: string): string[] {
  const data = path.join(racine, 'data');
  if (!existsSync(data)) return [];
  return readdirSync(data).filter((name) => existsSync(path.join(data, name, 'fonds.yaml')));
}

const NONE = {
  au: undefined,
  exercice: undefined,
  territoire: undefined,
  edition: undefined,
  de: undefined,
} as const;

type Values = Readonly<Partial<Record<keyof Arguments, string>>>;

const isEdition = (text: string): text is Edition => (EDITIONS as readonly string[]).includes(text);

function parseValues(accepted: readonly (keyof Values)[]): Values | null {
  try {
    const options = Object.fromEntries(accepted.map((nom) => [nom, { type: 'string' as const }]));
    return parseArgs({ options }).values;
  } catch {
    return null;
  }
}

/** What is wrong with the arguments; null when nothing is. */
function explain(values: Values | null, known: readonly string[]): string | null {
  if (values === null) return 'option inconnue, ou sans sa valeur';
  const { fonds, au, exercice, territoire, edition } = values;
  if (fonds === undefined) return 'aucun fonds donné';
  if (!known.includes(fonds)) return `le fonds « ${fonds} » n'existe pas`;
  if (au !== undefined && parseDate(au)?.precision !== 'jour')
    return `« ${au} » n'est pas un jour : écrivez par exemple 2025-10-15`;
  if (territoire !== undefined && !/^[a-z0-9-]+$/.test(territoire))
    return `« ${territoire} » n'est pas un territoire : écrivez son identifiant, par exemple hors-mrc`;
  if (exercice !== undefined && !/^\d{4}(-\d{4})?$/.test(exercice))
    return `« ${exercice} » n'est pas un exercice : écrivez par exemple 2025-2026`;
  if (edition !== undefined && !isEdition(edition))
    return `« ${edition} » n'est pas une édition : écrivez ${EDITIONS.join(', ')}`;
  return null;
}

/** Reads the arguments; a doubt about them is said on the error output, and gives null. */
export function readArguments(
  racine: string,
  usage: string,
  accepted: readonly (keyof Values)[],
  say: (line: string) => void,
): Arguments | null {
  const known = listFonds(racine);
  const values = parseValues(accepted);
  const wrong = explain(values, known);
  if (wrong === null && values?.fonds !== undefined)
    return { ...NONE, ...values, fonds: values.fonds } as Arguments;
  say(`Erreur : ${wrong}. Usage : ${usage}. Fonds trouvés : ${known.join(', ') || 'aucun'}.`);
  return null;
}
