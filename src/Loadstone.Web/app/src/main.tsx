import { render } from 'preact';
import { listenForDrops } from './shell/drop';
import { Shell } from './shell/Shell';
import { listenForShortcuts } from './shell/shortcuts';
import { keepCatalogue } from './state/catalogue';
import { keepChecking } from './state/checking';
import { watchConnection } from './state/server';
import { start } from './state/start';
import './shell/theme.css';
import './shell/bars.css';
import './shell/print.css';

render(<Shell />, document.getElementById('workbench')!);
listenForShortcuts();
listenForDrops();
watchConnection();
keepChecking();
keepCatalogue();
void start();
