import { generate } from "./generate/generate";
import { fail } from "./project";

/** `npm run generate`; every command that needs what it makes calls it. */
generate().catch(fail);
