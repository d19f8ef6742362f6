/** A small budget form, as a fund would send it, to be filled in. */
import type { GridCell, GridFormat, GridWritten } from '../../src/lib/xlsx/workbook';

const FONDS = 'Alliance pour la solidarité de la Vallée (démonstration)';

export const POSTES = [
  'Salaires et avantages sociaux',
  'Honoraires professionnels',
  'Déplacements et séjours',
  'Location de locaux et d’équipement',
  'Matériel et fournitures',
  'Communication et promotion',
  'Activités et animation',
  'Frais d’administration (au plus 10 % du total)',
] as const;

const PREMIER = 9;
/** Row that people may fill in as they like, copy or delete. */
export const LIBRE = PREMIER + POSTES.length;
/** Row under the last one, that sums include: a row inserted above it is summed. */
export const DERNIER = LIBRE + 1;
export const TOTAL = DERNIER + 1;

const texte = (style: GridCell['style'], content: string): GridCell => ({
  type: 'texte',
  texte: content,
  style,
});
const vide = (style: GridCell['style'], format: GridFormat): GridCell => ({
  type: 'vide',
  format,
  style,
});
const somme = (colonne: string): GridCell => ({
  type: 'formule',
  formule: `SUM(${colonne}${PREMIER}:${colonne}${DERNIER})`,
  valeur: '0',
  format: 'montant',
  style: 'total',
});

const aRemplir = (ligne: number): Record<string, GridCell> => ({
  [`B${ligne}`]: vide('saisie', 'texte'),
  [`C${ligne}`]: vide('saisie', 'montant'),
  [`D${ligne}`]: vide('saisie', 'montant'),
  [`E${ligne}`]: vide('saisie', 'montant'),
});

const lignes = POSTES.map((poste, i): Record<string, GridCell> => {
  const ligne = PREMIER + i;
  return {
    [`A${ligne}`]: texte('cellule', poste),
    ...aRemplir(ligne),
    [`F${ligne}`]: texte('code', `D-${i + 1}`),
  };
});

const impression = {
  pied: { gauche: `${FONDS}`, droite: 'Page {page} / {pages}' },
  entete: { droite: '{feuille}' },
} as const;

const nonVide = {
  titre: 'Montant à revoir',
  texte: 'Écrivez un montant de 0 ou plus, en chiffres, par exemple 1234,50.',
};

export const DEPENSES: GridWritten = {
  type: 'grille',
  nom: 'Dépenses',
  largeurs: [30, 32, 15, 15, 15, 6],
  hauteurs: { 7: 10, [DERNIER]: 15 },
  figees: 8,
  lignesLibres: [LIBRE],
  fusions: [
    ...['A1:F1', 'A2:F2', 'A3:F3', 'B4:E4', 'B5:E5', `A${DERNIER}:E${DERNIER}`],
    `A${TOTAL + 2}:F${TOTAL + 2}`,
  ],
  cellules: {
    A1: texte('titre', 'Dépenses du projet'),
    A2: texte('sous-titre', FONDS),
    A3: texte(
      'note',
      'Écrivez dans les cases jaunes ; les totaux se calculent. Pour ajouter une dépense, insérez une ligne dans le tableau, au-dessus de la ligne grise : elle sera comptée. Gardez les factures : le fonds peut les demander.',
    ),
    A4: texte('libelle', 'Titre du projet'),
    B4: vide('saisie', 'texte'),
    A5: texte('libelle', 'Organisme'),
    B5: vide('saisie', 'texte'),
    A6: texte('libelle', 'Bilan en date du'),
    B6: vide('saisie', 'date'),
    A8: texte('entete', 'Poste'),
    B8: texte('entete', 'Description'),
    C8: texte('entete-nombre', 'Prévu'),
    D8: texte('entete-nombre', 'Réel'),
    E8: texte('entete-nombre', 'Dont payé par l’Alliance'),
    ...Object.assign({}, ...lignes),
    [`A${LIBRE}`]: vide('saisie', 'texte'),
    ...aRemplir(LIBRE),
    [`A${DERNIER}`]: texte('calcul', 'Insérez vos lignes au-dessus de celle-ci.'),
    [`A${TOTAL}`]: texte('total', 'Total'),
    [`B${TOTAL}`]: vide('total', 'texte'),
    [`C${TOTAL}`]: somme('C'),
    [`D${TOTAL}`]: somme('D'),
    [`E${TOTAL}`]: somme('E'),
    [`A${TOTAL + 2}`]: texte(
      'note',
      'Un montant réel plus haut que le montant prévu ressort en rouge.',
    ),
  },
  noms: {
    titre_projet: 'B4',
    depenses: `A${PREMIER}:E${DERNIER}`,
    total_prevu: `C${TOTAL}`,
    total_reel: `D${TOTAL}`,
    total_alliance: `E${TOTAL}`,
  },
  validations: [
    {
      plage: `C${PREMIER}:E${DERNIER}`,
      regle: { type: 'decimal' },
      aide: { titre: 'Montant', texte: 'En dollars, taxes comprises. Exemple : 1234,50' },
      erreur: nonVide,
    },
    { plage: 'B6', regle: { type: 'date', min: '2024-04-01', max: '2029-03-31' } },
  ],
  alertes: [
    {
      plage: `D${PREMIER}:D${DERNIER}`,
      formule: `AND($C${PREMIER}<>"",$D${PREMIER}>$C${PREMIER})`,
    },
    { plage: `D${TOTAL}`, formule: `$D$${TOTAL}>$C$${TOTAL}` },
  ],
  impression: { ...impression, orientation: 'portrait', repeter: [8, 8] },
};

const formule = (
  contenu: string,
  format: GridFormat,
  valeur: string | null,
  style: GridCell['style'] = 'calcul',
): GridCell => ({ type: 'formule', formule: contenu, valeur, format, style });

export const SOMMAIRE: GridWritten = {
  type: 'grille',
  nom: 'Sommaire',
  largeurs: [34, 18, 18, 18],
  fusions: ['A1:D1', 'B3:D3', 'A10:D10'],
  cellules: {
    A1: texte('titre', 'Sommaire du budget'),
    A3: texte('libelle', 'Projet'),
    B3: formule(`IF('Dépenses'!B4="","",'Dépenses'!B4)`, 'texte', ''),
    A5: texte('entete', 'Dépenses'),
    B5: texte('entete-nombre', 'Prévu'),
    C5: texte('entete-nombre', 'Réel'),
    D5: texte('entete-nombre', 'Part réalisée'),
    A6: texte('cellule', 'Total des dépenses'),
    B6: formule(`'Dépenses'!C${TOTAL}`, 'montant', '0'),
    C6: formule('total_reel', 'montant', '0'),
    D6: formule('IF(B6=0,"",C6/B6)', 'pourcentage', null),
    A7: texte('cellule', 'Dont payé par l’Alliance'),
    B7: vide('saisie', 'montant'),
    C7: formule('total_alliance', 'montant', '0'),
    D7: formule('IF(B7=0,"",C7/B7)', 'pourcentage', null),
    A8: texte('total', 'Reste à payer par d’autres'),
    B8: formule('B6-B7', 'montant', '0', 'total'),
    C8: formule('C6-C7', 'montant', '0', 'total'),
    D8: vide('total', 'pourcentage'),
    A10: texte('note', 'Cette feuille se remplit d’elle-même à partir de la feuille Dépenses.'),
  },
  noms: { reste: 'C8' },
  impression: { ...impression, orientation: 'portrait' },
};
