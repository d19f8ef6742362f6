/** Rules about files, their encoding and their headings. */
import { avertit, bloque, informe } from './regle';

export const FICHIERS = {
  'fichier-absent': bloque(
    'Chaque fichier attendu est là',
    'Le dossier du fonds et ses lots sont comparés à ce qu’ils déclarent.',
    'Remettez le fichier, ou retirez sa déclaration de source.yaml.',
  ),
  'fichier-non-declare': bloque(
    'Chaque fichier d’un lot est déclaré',
    'Les fichiers de chaque lot sont comparés à son source.yaml.',
    'Déclarez le fichier dans source.yaml, ou retirez-le.',
  ),
  'fichier-modifie': bloque(
    'Un fichier reçu n’est jamais modifié',
    'L’empreinte SHA-256 du fichier est comparée à celle de source.yaml.',
    'Remettez l’original, ou inscrivez la nouvelle empreinte s’il a été reçu de nouveau.',
  ),
  'fichier-vide': bloque(
    'Un fichier reçu contient des données',
    'Le fichier n’a aucun octet, ou que des blancs.',
    'Remettez le fichier reçu.',
  ),
  'source-inconnue': bloque(
    'La sorte de chaque fichier est connue',
    'La « source » déclarée est cherchée parmi les sortes que l’outil sait lire.',
    'Corrigez « source » dans source.yaml.',
  ),
  'yaml-invalide': bloque(
    'Les descriptions se lisent en YAML',
    'fonds.yaml et source.yaml sont lus en entier.',
    'Corrigez le retrait, les deux-points ou les guillemets près de l’endroit donné.',
  ),
  'description-invalide': bloque(
    'Les descriptions ont les clés attendues',
    'fonds.yaml et source.yaml sont comparés à leur schéma.',
    'Corrigez la clé donnée.',
  ),
  'lot-public': bloque(
    'Un registre ne se range pas avec les fichiers publics',
    'Un registre d’un fonds réel nomme des demandes refusées : il est cherché hors de data/.',
    'Déplacez le lot dans le dossier « prive » du fonds, qui n’entre pas dans Git.',
  ),
  'table-en-double': bloque(
    'Une table vient d’un seul fichier',
    'Deux fichiers reçus donnent la même feuille du registre.',
    'Gardez un seul des deux fichiers.',
  ),
  encodage: bloque(
    'Le texte est dans l’encodage déclaré',
    'Les octets sont décodés selon source.yaml ; rien n’est deviné.',
    'Corrigez « encodage » dans source.yaml, ou exportez de nouveau en « CSV UTF-8 ».',
  ),
  separateur: bloque(
    'Le séparateur est celui déclaré',
    'Le séparateur de source.yaml est cherché dans l’en-tête.',
    'Corrigez « separateur » dans source.yaml.',
  ),
  guillemets: bloque(
    'Les guillemets d’un CSV vont par deux',
    'Le fichier est découpé selon la RFC 4180.',
    'Vérifiez la ligne, puis exportez le fichier de nouveau.',
  ),
  'ligne-incomplete': bloque(
    'Chaque ligne a autant de champs que l’en-tête',
    'Les champs de chaque ligne sont comptés.',
    'Remettez le fichier entier, ou exportez-le de nouveau.',
  ),
  'lignes-vides': informe(
    'Lignes vides passées',
    'Les lignes sans aucun texte sont comptées et passées.',
    'Rien à faire.',
  ),
  'aucune-ligne': bloque(
    'Un fichier de faits publics a au moins une ligne',
    'Les lignes sous l’en-tête sont comptées.',
    'Remettez le fichier avec ses lignes, ou retirez-le du lot.',
  ),
  'entete-inconnu': bloque(
    'Chaque en-tête est connu',
    'Les en-têtes sont comparés aux synonymes déclarés, sans accents ni majuscules.',
    'Corrigez l’en-tête, ou déclarez la colonne comme ignorée.',
  ),
  'entete-double': bloque(
    'Une donnée vient d’une seule colonne',
    'Deux en-têtes se rapportent à la même donnée.',
    'Gardez une seule des deux colonnes.',
  ),
  'entete-absent': bloque(
    'Les colonnes obligatoires sont là',
    'Chaque colonne obligatoire est cherchée par ses synonymes.',
    'Ajoutez la colonne.',
  ),
  'colonne-non-lue': informe(
    'Colonne en plus, non lue',
    'Un en-tête du registre qui ne correspond à aucune donnée attendue.',
    'Rien à faire si la colonne est à vous.',
  ),
  'cycle-deux-origines': bloque(
    'L’argent d’un cycle vient du registre ou des faits publics, jamais des deux',
    'Les octrois et les enveloppes d’un même cycle et d’un même bailleur sont cherchés dans les deux.',
    'Retirez l’une des deux origines pour ce cycle.',
  ),
} as const;

export const CLASSEURS = {
  'classeur-protege': bloque(
    'Un classeur s’ouvre sans mot de passe',
    'Le conteneur chiffré d’Excel est reconnu à ses premiers octets.',
    'Enregistrez une copie sans mot de passe.',
  ),
  'classeur-illisible': bloque(
    'Un classeur est entier',
    'Chaque partie du classeur est décompressée, vérifiée et lue strictement.',
    'Ouvrez-le dans Excel, laissez-le réparer, puis enregistrez-le de nouveau.',
  ),
  'classeur-autre-format': bloque(
    'Un classeur est un vrai .xlsx',
    'Le contenu est reconnu à ses premiers octets, pas à son nom.',
    'Enregistrez-le en « Classeur Excel (.xlsx) ».',
  ),
  'classeur-demesure': bloque(
    'Un classeur reste d’une taille raisonnable',
    'La taille décompressée est comptée pendant la lecture, qui s’arrête à 256 Mio.',
    'Supprimez les feuilles et les mises en forme inutiles.',
  ),
  'classeur-macros': bloque(
    'Un classeur n’a pas de macros',
    'Les parties de programme sont cherchées ; aucune n’est exécutée.',
    'Enregistrez-le en « Classeur Excel (.xlsx) », sans macros.',
  ),
  'feuille-absente': bloque(
    'Les onze feuilles du registre sont là',
    'Chaque feuille est cherchée par son nom et ses synonymes.',
    'Ajoutez la feuille, même vide, ou redonnez-lui son nom.',
  ),
  'feuille-double': bloque(
    'Une feuille n’est là qu’une fois',
    'Deux feuilles portent des noms du même sens.',
    'Gardez une seule des deux feuilles.',
  ),
  'feuille-inconnue': informe(
    'Feuille en plus, non lue',
    'Le nom de la feuille ne correspond à aucune feuille du registre.',
    'Rien à faire si la feuille est à vous.',
  ),
  'feuille-masquee': avertit(
    'Une feuille du registre n’est pas masquée',
    'L’état de chaque feuille est lu.',
    'Ses lignes sont lues : affichez la feuille pour les voir.',
  ),
  'feuille-vide': avertit(
    'Les feuilles Enveloppes, Projets et Octrois ont des lignes',
    'Les lignes sous l’en-tête sont comptées.',
    'Remplissez la feuille, ou vérifiez que c’est le bon fichier.',
  ),
  'lignes-masquees': avertit(
    'Aucune ligne du tableau n’est masquée',
    'Les lignes masquées ou filtrées sont repérées.',
    'Elles sont lues : affichez-les, et supprimez celles qui ne comptent pas.',
  ),
  'colonnes-masquees': avertit(
    'Aucune colonne lue n’est masquée',
    'Les colonnes masquées sont repérées.',
    'La colonne est lue : affichez-la pour la vérifier.',
  ),
  'cellules-fusionnees': bloque(
    'Aucune cellule du tableau n’est fusionnée',
    'Les fusions qui touchent les lignes du tableau sont repérées.',
    'Défusionnez, puis écrivez la valeur dans chaque ligne.',
  ),
  'entete-introuvable': bloque(
    'Le tableau a sa ligne d’en-têtes',
    'La ligne qui a le plus d’en-têtes connus est cherchée dans les 40 premières.',
    'Remettez les en-têtes du gabarit au-dessus du tableau.',
  ),
  'lignes-avant-tableau': informe(
    'Titre au-dessus du tableau, non lu',
    'Les lignes au-dessus de l’en-tête sont comptées.',
    'Rien à faire.',
  ),
  'note-hors-tableau': informe(
    'Note sous le tableau, non lue',
    'Une seule cellule remplie, après une ligne vide ou hors des colonnes lues.',
    'Rien à faire si c’est une note.',
  ),
  'ligne-de-total': informe(
    'Ligne de total, mise de côté',
    'Une ligne sans numéro dont un texte commence par « total ».',
    'Rien à faire : elle n’est pas additionnée.',
  ),
  'total-de-feuille': avertit(
    'Un total écrit égale la somme de ses lignes',
    'Chaque total est comparé à la somme des lignes au-dessus, ou depuis le total d’avant.',
    'Corrigez le total, ou la ligne qui manque.',
  ),
  'formule-sans-valeur': bloque(
    'Une formule a sa valeur',
    'Le programme qui a enregistré le fichier doit l’avoir calculée.',
    'Ouvrez le fichier dans Excel, enregistrez-le, ou écrivez la valeur.',
  ),
  'cellule-en-erreur': bloque(
    'Aucune cellule lue n’est en erreur',
    'Les valeurs comme #REF! ou #N/A sont repérées.',
    'Corrigez la formule, ou écrivez la valeur.',
  ),
  'lien-externe': bloque(
    'Aucune cellule lue ne dépend d’un autre classeur',
    'Les formules vers d’autres fichiers sont repérées : leur valeur peut être périmée.',
    'Remplacez la formule par sa valeur.',
  ),
  'liens-externes': avertit(
    'Le classeur ne dépend pas d’autres classeurs',
    'Les liens externes du classeur sont repérés.',
    'Rompez les liens (Données, Modifier les liens).',
  ),
  'format-inattendu': bloque(
    'Une cellule a la sorte de valeur attendue',
    'Une date ou un pourcentage d’Excel là où un texte ou un montant est attendu.',
    'Remettez la cellule au bon format, puis récrivez la valeur.',
  ),
} as const;

/** A form that cannot be read is told, and the rest of the fund is published. */
export const DOCUMENTS = {
  'document-protege': avertit(
    'Un document s’ouvre sans mot de passe',
    'Le conteneur chiffré de Word est reconnu à son contenu.',
    'Enregistrez une copie sans mot de passe.',
  ),
  'document-illisible': avertit(
    'Un document est entier',
    'Chaque partie du document est décompressée, vérifiée et lue strictement.',
    'Ouvrez-le dans Word, laissez-le réparer, puis enregistrez-le de nouveau.',
  ),
  'document-autre-format': avertit(
    'Un document est un vrai .docx',
    'Le contenu est reconnu à ses premiers octets, pas à son nom.',
    'Enregistrez-le en « Document Word (.docx) », ou redemandez le formulaire Word.',
  ),
  'document-demesure': avertit(
    'Un document reste d’une taille raisonnable',
    'La taille décompressée, les paragraphes et les cellules sont comptés pendant la lecture, qui s’arrête à 256 Mio ou à 100 000.',
    'Retirez les images et les objets qui ne font pas partie du formulaire.',
  ),
  'document-macros': avertit(
    'Un document n’a pas de macros',
    'Les parties de programme sont cherchées ; aucune n’est exécutée.',
    'Enregistrez-le en « Document Word (.docx) », sans macros.',
  ),
} as const;
