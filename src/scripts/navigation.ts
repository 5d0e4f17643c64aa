// Folds the main navigation behind a button where the window is narrow; without scripts it stands open.
import { createAll, ServiceNavigation } from 'govuk-frontend';

// The library works only in a page that says it can, which pages for much older browsers do by a script in the page itself.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');
createAll(ServiceNavigation);
