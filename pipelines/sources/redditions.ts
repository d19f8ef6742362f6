/** What the fund writes down about the reports it receives: when each file came, and what it accepts. */
import { champ, type SourceKind } from './kind';

const plein = { rempli: true } as const;

const list = (id: string, cle: readonly string[], champs: SourceKind['champs']): SourceKind => ({
  id,
  cle,
  champs,
  ignores: [],
  facultatif: true,
});

const exercice = champ('texte', ['exercice'], plein);

export const receptionsKind = list('receptions', ['exercice', 'fichier'], {
  exercice,
  /** Path from the folder of the exercice. */
  fichier: champ('texte', ['fichier'], plein),
  recu_le: champ('date', ['recu_le'], plein),
  /** Of a file that does not say it itself, as a PDF. */
  projet: champ('texte', ['projet'], { requis: false }),
});

export const acceptationsKind = list('acceptations', ['exercice', 'projet'], {
  exercice,
  projet: champ('texte', ['projet'], plein),
  accepte_le: champ('date', ['accepte_le'], plein),
});
