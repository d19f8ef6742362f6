/** Small counts that are hidden stay hidden: what is published is attacked with a solver. */
import path from 'node:path';
import { attack } from '../attaque/index';
import { dollars } from '../lib/dollars';
import type { Controle } from './publiable';

const FONDS = /^donnees\/([^/]+)\/public\/comptes_personnes\.parquet$/;

export const petitsNombres: Controle = {
  nom: 'petits nombres à l’abri du calcul',
  async check({ dossier, fichiers }) {
    const fonds = fichiers.flatMap((fichier) => FONDS.exec(fichier)?.[1] ?? []);
    const defauts: string[] = [];
    for (const id of fonds) {
      const { percees, argent, absents, contredites } = await attack(
        path.join(dossier, 'donnees', id, 'public'),
      );
      for (const { nom, min, max } of percees)
        defauts.push(`${id} : ${nom} se calcule, entre ${min} et ${max}.`);
      for (const { nom, min, max } of argent)
        defauts.push(
          `${id} : ${nom} peut être l’argent d’un ou deux projets, et se calcule, entre ${dollars(BigInt(min))} et ${dollars(BigInt(max))}.`,
        );
      for (const { nom, projets } of absents)
        defauts.push(`${id} : ${nom} dit que le budget manque pour ${projets.join(' et ')}.`);
      for (const nom of contredites)
        defauts.push(`${id} : les sommes publiées de ${nom} se contredisent.`);
    }
    return defauts;
  },
};
