//! Everything a user can set or replace: the campaign file, mapping profiles, reference lists, templates.
