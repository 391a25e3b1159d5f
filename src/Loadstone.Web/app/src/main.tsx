import { render } from 'preact';
import { Shell } from './shell/Shell';
import './shell/theme.css';

render(<Shell />, document.getElementById('workbench')!);
