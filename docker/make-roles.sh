#!/bin/sh
# Runs once, in the container of PostgreSQL, when its data folder is empty: docs/database.md, step 1. One password for the three roles,
# as all of them reach the one app; the roles themselves are the walls.
set -eu
psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres --set=password="$POSTGRES_PASSWORD" <<'SQL'
create role aanhouder_owner login password :'password';
create role aanhouder_app login password :'password';
create role aanhouder_auth login password :'password';
create database aanhouder owner aanhouder_owner template template0 encoding 'UTF8' locale 'C.UTF-8';
revoke all on database aanhouder from public;
grant connect on database aanhouder to aanhouder_app, aanhouder_auth;
SQL
