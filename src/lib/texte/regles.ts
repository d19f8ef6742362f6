/** Words of the page of rules. */
import { formatCompte } from '../format';
import type { Gravite } from '../domain/regles/index';

export const REGLES_TEXTE = {
  titre: 'Règles de vérification',
  intro: (n: number) =>
    `Chaque publication passe ${formatCompte(n, 'règle', 'règles')}. Ce qui les enfreint devient un constat, avec le fichier et la cellule.`,
  gravites: {
    bloquant: 'Bloquant',
    avertissement: 'Avertissement',
    information: 'Information',
  } satisfies Record<Gravite, string>,
  sens: {
    bloquant:
      'rien n’est publié tant que le constat demeure ; la publication d’avant reste en place.',
    avertissement: 'publié, et à vérifier.',
    information: 'publié, pour que rien ne soit fait en silence.',
  } satisfies Record<Gravite, string>,
  methode: 'Vérification',
  aFaire: 'À faire',
  prive:
    'Un constat sur un fichier qui n’est pas public dit la règle et la cellule, jamais la valeur.',
  sommaire: 'Familles de règles',
} as const;
