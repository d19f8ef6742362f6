import type { FondsLigne } from '../../src/lib/views/scene';

/** A fund as the product describes it. */
export const FONDS: FondsLigne = {
  fonds_id: 'essai',
  nom: 'Fonds d’essai',
  region: 'Essai',
  mandataire: 'Table d’essai',
  courriel: null,
  date_donnees: '2026-10-31',
  arrete_le: null,
  licence: 'Libre',
  licence_url: 'https://exemple.org/',
  fictif: false,
  ordre: 1,
};
