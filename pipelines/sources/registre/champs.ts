/** Fields that several sheets of the register have. */
import { champ, type Champ, type Feuille, type SheetKind } from '../kind';

export const plein = { rempli: true } as const;
export const facultatif = { requis: false } as const;

export const numero = (quoi: string) =>
  champ('texte', ['Numéro', 'No', 'N°', 'Code', 'Identifiant', `Numéro ${quoi}`], {
    ...plein,
    aide: 'Unique dans la feuille. Ne le changez plus une fois donné.',
  });

export const cycle = champ('texte', ['Cycle', 'Cycle de financement'], {
  ...plein,
  alias: 'cycles',
});
export const territoire = champ('texte', ['Territoire', 'MRC', 'Territoire servi'], {
  ...plein,
  alias: 'territoires',
  aide: 'Territoire servi, et non celui du siège de l’organisme.',
});
export const bailleur = champ('texte', ['Bailleur', 'Bailleur de fonds', 'Source du financement'], {
  ...plein,
  alias: 'bailleurs',
});
export const resolution = champ(
  'texte',
  ['Résolution', 'Numéro de résolution', 'No de résolution'],
  {
    ...facultatif,
  },
);
export const note = champ('texte', ['Note', 'Notes', 'Remarque', 'Remarques', 'Commentaire'], {
  ...facultatif,
  libre: true,
  restreint: true,
  aide: 'Pour vous seulement : jamais publiée.',
});
export const projet = champ('texte', ['Projet', 'Numéro de projet', 'No de projet'], {
  ...plein,
  vers: 'projets',
  aide: 'Numéro du projet, tel que dans la feuille Projets.',
});

export function sheet(
  feuille: Feuille,
  cle: readonly string[],
  champs: Readonly<Record<string, Champ>>,
): SheetKind {
  return { id: `registre-${feuille.id.replace('_', '-')}`, feuille, cle, champs, ignores: [] };
}
