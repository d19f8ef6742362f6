import { describeConstat, type Trouvaille } from './constats';

/** A failure that an operator can act on: the message is French and says what to do. */
export class PipelineError extends Error {
  override readonly name = 'PipelineError';
}

/** A file of the fund so wrong that nothing can be read from it: the finding says where and what to do. */
export class ConstatError extends PipelineError {
  constructor(
    readonly constat: Trouvaille,
    options?: ErrorOptions,
  ) {
    super(describeConstat(constat), options);
  }
}

const SYSTEM: Readonly<Record<string, string>> = {
  ENOSPC: "il ne reste plus de place sur le disque : libérez de l'espace, puis relancez",
  EDQUOT: "le quota de disque est atteint : libérez de l'espace, puis relancez",
  EFBIG: 'le système refuse un fichier de cette taille : vérifiez les limites du disque',
  EACCES: "l'accès est refusé : vérifiez les droits du dossier",
  EPERM: "l'opération est refusée : vérifiez les droits du dossier",
  EROFS: 'le disque est en lecture seule : choisissez un dossier où écrire',
  EEXIST: "un fichier occupe la place d'un dossier : déplacez-le ou retirez-le",
  ENOTDIR: "un fichier occupe la place d'un dossier : déplacez-le ou retirez-le",
  ENOENT: "le fichier ou le dossier n'existe pas",
};

/** What the system says of an error, for libraries that pass its words on without its code. */
const WORDS: readonly (readonly [words: string, code: string])[] = [
  ['No space left on device', 'ENOSPC'],
  ['Disk quota exceeded', 'EDQUOT'],
  ['File too large', 'EFBIG'],
  ['Permission denied', 'EACCES'],
  ['Operation not permitted', 'EPERM'],
  ['Read-only file system', 'EROFS'],
];

/** Plain French for a system error, with the original message when it is not a known one. */
export function explainError(error: unknown): string {
  if (error instanceof PipelineError) return error.message;
  const text = error instanceof Error ? error.message : String(error);
  const told = (error as NodeJS.ErrnoException | null)?.code;
  const code = told ?? WORDS.find(([words]) => text.includes(words))?.[1];
  const known = code === undefined ? undefined : SYSTEM[code];
  return known ? `${known} (${text})` : text;
}
