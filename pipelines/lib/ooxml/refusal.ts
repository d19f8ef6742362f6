/** Why the bytes of a package are refused, whatever the kind of document that was awaited. */
export type Refus = 'protege' | 'illisible' | 'autre-format' | 'demesure' | 'macros';

/**
 * A file that is not read. `detail` is a piece of French sentence (what is damaged, or what the file is,
 * as « un classeur .ods »), empty when the refusal says all: each reader makes its own message of it.
 */
export class OfficeError extends Error {
  override readonly name = 'OfficeError';

  constructor(
    readonly refus: Refus,
    readonly detail = '',
  ) {
    super(detail === '' ? refus : `${refus} : ${detail}`);
  }
}

/** The package, or one of its parts, cannot be trusted. */
export const unreadable = (detail: string): OfficeError => new OfficeError('illisible', detail);

/** `quoi` says what the file is. */
export const otherFormat = (quoi: string): OfficeError => new OfficeError('autre-format', quoi);

export const locked = (): OfficeError => new OfficeError('protege');

export const oversized = (detail: string): OfficeError => new OfficeError('demesure', detail);

export const withMacros = (): OfficeError => new OfficeError('macros');
