/** Sentences of the matrix of priorities and territories. */
export const MATRICE = {
  legende: 'Accordé par priorité et par territoire (– : rien de publié)',
  sousTitre: 'En milliers de dollars accordés ; les montants entiers sont dans le tableau',
  titre: (priorite: string, territoire: string, montant: string) =>
    `La plus grande somme est pour « ${priorite} », territoire « ${territoire} » : ${montant}.`,
  vide: '–',
  case: (priorite: string, territoire: string, montant: string) =>
    `${priorite}, ${territoire} : ${montant}`,
  /** Signs of precision in the image, where words have no room. */
  signes: { exact: '', arrondi: '≈', derive: '*', minimum: '≥', maximum: '≤' },
  sensDesSignes: {
    exact: '',
    arrondi: '≈ : environ',
    derive: '* : calculé par différence',
    minimum: '≥ : au moins',
    maximum: '≤ : au plus',
  },
  signesDansImage: (sens: readonly string[]) => `Dans l’image, ${sens.join(' ; ')}.`,
  moinsDeMille: '<1',
  echelle: 'En milliers de dollars, jusqu’à :',
} as const;
