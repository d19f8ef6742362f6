export {
  formatMontant,
  formatMontantCourt,
  formatNombre,
  formatOctets,
  formatPart,
  formatPoids,
} from './nombre';
export { dateParts, formatDate, formatDatePartielle, formatMois, type DateParts } from './date';
export {
  compareNoms,
  formatCompte,
  joinListe,
  majuscule,
  minuscule,
  pluriel,
  splitChiffres,
  splitTexte,
  withPrecision,
  type Segment,
} from './phrase';
