// The one site that all jobs use: started before the first and stopped after the last.
import { useSite } from "./site.mjs";

export const site = useSite();
export const draft = "/rounds/illustration.round-2027";
export const established = "/rounds/illustration.round-2026";
