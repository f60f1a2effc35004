#!/usr/bin/env bash
# Writes the one initial migration of each provider anew. Until the first release migrations are regenerated, not stacked.
set -euo pipefail
cd "$(dirname "$0")/../.."
rm -rf Data/Migrations/Sqlite Data/Migrations/SqlServer
dotnet tool restore >/dev/null
dotnet build -v q
for provider in Sqlite SqlServer; do
  dotnet ef migrations add Initial --no-build --context "${provider}LoyaltyDbContext" -o "Data/Migrations/$provider"
  # One name for good: a migration that is written anew is still the initial one, and changes of two branches meet in one file.
  (
    cd "Data/Migrations/$provider"
    stamp=$(basename "$(ls ./*_Initial.cs)" _Initial.cs)
    sed -i "s/${stamp}_Initial/20260101000000_Initial/" "${stamp}_Initial.Designer.cs"
    mv "${stamp}_Initial.cs" 20260101000000_Initial.cs
    mv "${stamp}_Initial.Designer.cs" 20260101000000_Initial.Designer.cs
  )
done
