import './styles/site.css';
import { keepDrafts } from './parts/drafts';
import { markPassages } from './parts/passages';
import { moveThroughGrids } from './parts/grid';
import { openPaletteOnKeys } from './parts/palette';
import { followChanges } from './parts/live';
import { submitFiltersOnChange } from './parts/filters';
import { submitOnce } from './parts/submit-once';

// Diagram styles come from their own sheet when the drawings are part of the build.
import.meta.glob('./styles/diagram.css', { eager: true });

openPaletteOnKeys();
submitFiltersOnChange();
moveThroughGrids();
keepDrafts();
markPassages();
submitOnce();
followChanges();
document.querySelector<HTMLElement>('[data-focus-on-load]')?.focus();
