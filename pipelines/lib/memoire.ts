/** What a process holds of the machine's memory. */
import { setFlagsFromString } from 'node:v8';

/** V8 lets what is no longer held grow to several times what is, where the machine has room: here, to a quarter of it. */
export const limitGarbage = (): void => setFlagsFromString('--heap-growing-percent=25');
