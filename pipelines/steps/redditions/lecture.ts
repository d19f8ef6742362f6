/** Reads each form that came, and finds from its content which report it belongs to. */

import type { Definition } from '../../forms/definition';
import { champsOf } from '../../forms/definition';
import type { Scene } from '../../forms/dossiers';
import { readFormulaire } from '../../forms/read';
import type { FormulaireLu } from '../../forms/reponses';
import type { Journal } from '../../lib/constats';
import type { FormSnapshot } from './snapshot';

/** A file that came, and what it says; null when it cannot be read. */
export interface FormulaireRecu {
  readonly fichier: FormSnapshot;
  readonly lu: FormulaireLu | null;
}

/** What each file says, read once however many days it is looked at on. */
const LUS = new WeakMap<FormSnapshot, ReturnType<typeof readFormulaire>>();

function readOnce({ definition, fonds }: Scene, fichier: FormSnapshot) {
  const found = LUS.get(fichier) ?? readFormulaire(definition, fonds.nom, fichier.bytes);
  LUS.set(fichier, found);
  return found;
}

/** Reads every form; what cannot be read is a finding. What is odd inside is told once its version counts. */
export function readFormulaires(
  scene: Scene,
  formulaires: readonly FormSnapshot[],
  journal: Journal,
): FormulaireRecu[] {
  return formulaires.map((fichier) => {
    const found = readOnce(scene, fichier);
    if (!found.ok) {
      const { regle, message } = found;
      journal.add({ regle, fichier: fichier.chemin, message });
      return { fichier, lu: null };
    }
    return { fichier, lu: found.lu };
  });
}

/** Number of the project in the identification of a form, when nobody touched it. */
export function projetIn(definition: Definition, { reponses }: FormulaireLu): string | null {
  const champ = champsOf(definition).find((c) => c.prerempli === 'projet');
  const found = reponses.find((r) => r.question === champ?.id);
  return found === undefined ? null : String(found.valeur);
}

/** Answers other than what the form says of itself. */
export function answersOf(definition: Definition, { reponses }: FormulaireLu) {
  const own = new Set(
    champsOf(definition)
      .filter((c) => c.prerempli)
      .map((c) => c.id),
  );
  return reponses.filter((r) => !own.has(r.question));
}
