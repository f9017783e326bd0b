// The screens begin here.

import { mount } from 'svelte';
import App from './App.svelte';
import './tokens.css';
import './screens/goods.css';

mount(App, { target: document.getElementById('app')! });
